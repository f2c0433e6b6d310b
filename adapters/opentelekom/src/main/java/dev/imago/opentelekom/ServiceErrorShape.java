package dev.imago.opentelekom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.ErrorShape;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The errors of Huawei's cloud services, which Open Telekom Cloud runs too. They have three shapes:
 *
 * <ul>
 *   <li>the services' own: <code>{"error": {"code": "IMG.0024", "message": "..."}}</code>
 *   <li>the gateway's and the identity service's: <code>
 *       {"error_code": "APIGW.0301", "error_msg": "..."}</code>
 *   <li>the XML of native OpenStack calls: {@code <itemNotFound code="404"><message>...}
 * </ul>
 *
 * <p>Source: the error pages of the Image Management Service, and how Huawei's SDK reads them.
 */
public final class ServiceErrorShape implements ErrorShape {
  private static final String NAME = "openstack";
  private static final String REQUEST_ID_HEADER = "X-Request-Id";
  private static final Set<String> ERROR_FIELDS =
      Set.of("error", "error_code", "error_msg", "error_message", "code", "message");

  private final JsonFactory json = new JsonFactory();

  private ServiceErrorShape() {}

  /**
   * The shape of that name.
   *
   * @throws IllegalArgumentException for any other name
   */
  public static ErrorShape named(String name) {
    if (!name.equals(NAME)) {
      throw new IllegalArgumentException(name);
    }
    return new ServiceErrorShape();
  }

  @Override
  public Optional<ApiFailure> read(int status, Headers headers, String body) {
    Fields fields = body.stripLeading().startsWith("<") ? xml(body) : json(body);
    Optional<String> request =
        Optional.ofNullable(fields.requestId)
            .or(() -> Optional.ofNullable(headers.get(REQUEST_ID_HEADER)));
    return fields.code == null
        ? Optional.empty()
        : Optional.of(new ApiFailure(List.of(fields.code), fields.text, request));
  }

  /** What has been found of an error. */
  private static final class Fields {
    private @Nullable String code;
    private @Nullable String requestId;
    private String text = "";

    void add(String name, String value) {
      switch (name) {
        case "error_code", "code" -> code = code == null ? value : code;
        case "error_msg", "error_message", "message" -> text = text.isEmpty() ? value : text;
        case "request_id", "requestId" -> requestId = value;
        default -> {
          // The service says more than a failure needs.
        }
      }
    }
  }

  /** The fields of the answer, and of the objects in it. */
  private Fields json(String body) {
    Fields fields = new Fields();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        String name = parser.currentName();
        if (token == JsonToken.START_ARRAY) {
          parser.skipChildren();
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && name != null) {
          fields.add(name, parser.getText());
        }
      }
    } catch (IOException notJson) {
      return new Fields();
    }
    return fields;
  }

  /** The error is the outermost element: its name, its attribute {@code code}, its message. */
  private static Fields xml(String body) {
    Fields fields = new Fields();
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(body));
      reader.nextTag();
      String name = reader.getLocalName();
      if (name.equalsIgnoreCase("html")) {
        return fields;
      }
      fields.code = reader.getAttributeValue(null, "code");
      if (fields.code == null) {
        fields.code = name;
      }
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("message")) {
          fields.add("message", reader.getElementText());
        }
      }
      reader.close();
    } catch (XMLStreamException notXml) {
      return new Fields();
    }
    return fields;
  }

  @Override
  public boolean isErrorField(String name) {
    return ERROR_FIELDS.contains(name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A get names one image, job or server by its id, and no other thing that could be absent
   * answers so: a wrong project or region is refused as forbidden. A message that names something
   * else is about that.
   */
  @Override
  public boolean isAboutResource(ApiFailure failure, String resource) {
    return !failure.text().toLowerCase(Locale.ROOT).contains("project");
  }
}
