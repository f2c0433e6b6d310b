"""Reduces Google's discovery documents to the schemas that the emulator checks names and types by.

Usage: reduce_schemas.py compute-beta.json compute-v1.json vmmigration-v1.json \
           cloudresourcemanager-v3.json TARGET_FOLDER

Types are written as "string", "int64", "Image", with "[]" behind a list's and "map " before a map's.
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


def write(path, document, types, beta_only=None):
    reduced = {"revision": document["revision"]}
    if beta_only is not None:
        reduced["betaOnly"] = beta_only
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
    write(folder + "/compute.json", beta, beta_types, beta_only)
    write(folder + "/vmmigration.json", migration, reduce(migration, MIGRATION_ROOTS))
    write(folder + "/cloudresourcemanager.json", resource_manager,
          reduce(resource_manager, RESOURCE_MANAGER_ROOTS))


if __name__ == "__main__":
    main(*sys.argv[1:])
