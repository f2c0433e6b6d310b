"""Reduces Google's discovery documents to the schemas that the emulator checks names and types by.

Usage: reduce_schemas.py compute-beta.json compute-v1.json vmmigration-v1.json \
           cloudresourcemanager-v3.json TARGET_FOLDER

Types are written as "string", "int64", "Image", with "[]" behind a list's and "map " before a map's.
Of what requests may hold, "outputOnly" names the fields that the API does not take, and "enums" the
values of those that take no other, in the order of their numbers where the API takes numbers.
"""

import json
import sys

COMPUTE_ROOTS = [
    "ImageList", "ImageFamilyView", "MachineImageList", "ZoneList", "RegionList", "OperationList",
    "OperationAggregatedList", "DiskList", "DiskAggregatedList", "SnapshotList", "InstanceList",
    "InstanceAggregatedList", "GlobalSetLabelsRequest", "DeprecationStatus",
]
MIGRATION_ROOTS = [
    "ListLocationsResponse", "ListImageImportsResponse", "ListImageImportJobsResponse",
    "ListOperationsResponse", "ListTargetProjectsResponse", "Operation", "OperationMetadata",
    "Empty", "CancelImageImportJobRequest", "CancelOperationRequest",
]
COMPUTE_INPUTS = ["Image", "GlobalSetLabelsRequest", "DeprecationStatus"]
MIGRATION_INPUTS = ["ImageImport"]
RESOURCE_MANAGER_ROOTS = ["ListProjectsResponse", "SearchProjectsResponse"]


def reduce(document, roots):
    schemas = document["schemas"]
    types = {}

    def notation(field, owner, name):
        if "$ref" in field:
            visit(field["$ref"])
            return field["$ref"]
        kind = field.get("type")
        if kind == "array":
            return notation(field["items"], owner, name) + "[]"
        if kind == "object" and "additionalProperties" in field:
            return "map " + notation(field["additionalProperties"], owner, name)
        if kind == "object":
            inner = owner + "." + name
            types[inner] = {k: notation(f, inner, k) for k, f in field["properties"].items()}
            return inner
        if kind in ("any", "boolean"):
            return kind
        if field.get("format") in ("int64", "uint64", "int32", "uint32", "double", "float"):
            return field["format"]
        return "timestamp" if field.get("format") == "google-datetime" else "string"

    def visit(name):
        if name not in types:
            types[name] = None
            fields = schemas[name].get("properties", {})
            types[name] = {k: notation(f, name, k) for k, f in fields.items()}

    for root in roots:
        visit(root)
    return types


def inputs(document, roots):
    """The fields that requests may not hold, and the values of those that are enums."""
    schemas = document["schemas"]
    output_only, enums, seen = [], {}, set()

    def properties(owner, fields):
        for name, field in fields.items():
            path = owner + "." + name
            said = field.get("description", "").lower()
            if field.get("readOnly") or "[output only]" in said or said.startswith("output only"):
                output_only.append(path)
                continue
            inner = field.get("items", field)
            if "enum" in inner:
                enums[path] = inner["enum"]
            if "$ref" in inner:
                visit(inner["$ref"])
            elif "properties" in inner:
                properties(path, inner["properties"])

    def visit(name):
        if name not in seen:
            seen.add(name)
            properties(name, schemas[name].get("properties", {}))

    for root in roots:
        visit(root)
    return sorted(output_only), dict(sorted(enums.items()))


def write(path, document, types, beta_only=None, input_roots=None):
    reduced = {"revision": document["revision"]}
    if beta_only is not None:
        reduced["betaOnly"] = beta_only
    if input_roots is not None:
        reduced["outputOnly"], reduced["enums"] = inputs(document, input_roots)
    reduced["types"] = {name: dict(sorted(types[name].items())) for name in sorted(types)}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(reduced, file, indent=2)
        file.write("\n")


def main(beta_file, released_file, migration_file, resource_manager_file, folder):
    documents = []
    for name in (beta_file, released_file, migration_file, resource_manager_file):
        with open(name, encoding="utf-8") as file:
            documents.append(json.load(file))
    beta, released, migration, resource_manager = documents
    beta_types = reduce(beta, COMPUTE_ROOTS)
    released_types = reduce(released, COMPUTE_ROOTS)
    beta_only = sorted(
        f"{name}.{field}"
        for name in beta_types if name in released_types
        for field in beta_types[name] if field not in released_types[name])
    write(folder + "/compute.json", beta, beta_types, beta_only, COMPUTE_INPUTS)
    write(folder + "/vmmigration.json", migration, reduce(migration, MIGRATION_ROOTS),
          input_roots=MIGRATION_INPUTS)
    write(folder + "/cloudresourcemanager.json", resource_manager,
          reduce(resource_manager, RESOURCE_MANAGER_ROOTS))


if __name__ == "__main__":
    main(*sys.argv[1:])
