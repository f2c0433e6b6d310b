"""Reduces a Google discovery document to what the drift test compares.

    python3 reduce_discovery.py DOCUMENT RESOURCE... > REDUCED

DOCUMENT is what https://<service>.googleapis.com/$discovery/rest?version=<version> answers. RESOURCE
is a dotted path of resources (projects.locations.imageImports) whose methods are kept, with every
schema that their bodies and answers reach: those that read, and those that are named behind a colon
(images:insert,patch). No prose is kept: of a description, only whether it says that a field is input
only, or that a text is an RFC 3339 time.
"""

import json
import re
import sys

METHOD_WORDS = ("httpMethod", "flatPath", "path")
FIELD_WORDS = ("type", "format", "enum", "$ref", "readOnly", "deprecated")


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def reduced_field(field):
    reduced = {word: field[word] for word in FIELD_WORDS if word in field}
    says = field.get("description", "")
    if re.search(r"\binput only\b(?! field)", says[:40], re.IGNORECASE):
        reduced["inputOnly"] = True
    if re.search(r"RFC ?3339", says) and re.search(r"time", says, re.IGNORECASE):
        reduced["time"] = True
    if "items" in field:
        reduced["items"] = reduced_field(field["items"])
    if "additionalProperties" in field:
        reduced["additionalProperties"] = reduced_field(field["additionalProperties"])
        if "time" in reduced:  # What is said of a map of times is said of the map.
            reduced["additionalProperties"]["time"] = reduced.pop("time")
    if "properties" in field:
        reduced["properties"] = {n: reduced_field(f) for n, f in sorted(field["properties"].items())}
    return reduced


def reduced_method(method):
    reduced = {word: method[word] for word in METHOD_WORDS if word in method}
    reduced["parameters"] = {
        name: {word: p[word] for word in ("location", "required", "type", "format") if word in p}
        for name, p in sorted(method.get("parameters", {}).items())
    }
    for message in ("request", "response"):
        if message in method:
            reduced[message] = method[message]["$ref"]
    return reduced


def resource(document, path):
    node = document
    for name in path.split("."):
        node = node["resources"][name]
    return node


def is_kept(name, method, named):
    return name in named or (method["httpMethod"] == "GET" and "IamPolicy" not in name)


def reduce(document, resources):
    methods = {
        f"{path}.{name}": reduced_method(method)
        for path, _, named in (each.partition(":") for each in resources)
        for name, method in sorted(resource(document, path).get("methods", {}).items())
        if is_kept(name, method, named.split(","))
    }
    schemas = {}
    wanted = [
        method[message]
        for method in methods.values()
        for message in ("request", "response")
        if message in method
    ]
    while wanted:
        name = wanted.pop()
        if name in schemas or name not in document["schemas"]:
            continue
        schemas[name] = reduced_field(document["schemas"][name])
        wanted.extend(references(document["schemas"][name]))
    return {
        "name": document["name"],
        "version": document["version"],
        "revision": document["revision"],
        "parameters": sorted(document["parameters"]),
        "methods": methods,
        "schemas": dict(sorted(schemas.items())),
    }


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as source:
        json.dump(reduce(json.load(source), sys.argv[2:]), sys.stdout, indent=1)
    print()
