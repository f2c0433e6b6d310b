package dev.imago.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One row of a cloud's list.
 *
 * @param path the values of the variables of the list's path
 * @param json the row as the cloud writes it
 */
record ListedRow(Map<String, String> path, JsonNode json) {}
