package io.github.tapvirtuous.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exception as the Singer SDK logs it: {@code
 * {"type":"IOException","module":"java.io","message":"…","traceback":[{"filename":"Main.java",
 * "function":"main","lineno":12}],"cause":{…}}}, the outermost call first.
 */
record ExceptionJson(SecretMask mask) {
  ObjectNode of(IThrowableProxy thrown) {
    var json = JsonNodeFactory.instance.objectNode();
    var name = thrown.getClassName();
    var dot = name.lastIndexOf('.');
    json.put("type", name.substring(dot + 1));
    json.put("module", dot < 0 ? "" : name.substring(0, dot));
    json.put("message", Optional.ofNullable(thrown.getMessage()).map(mask::apply).orElse(""));
    addTraceback(json, thrown);
    var cause = thrown.getCause(); // null where the chain ends
    if (cause != null) {
      json.set("cause", of(cause));
    }
    return json;
  }

  private static void addTraceback(ObjectNode json, IThrowableProxy thrown) {
    var traceback = json.putArray("traceback");
    for (var proxy : thrown.getStackTraceElementProxyArray()) {
      var frame = proxy.getStackTraceElement();
      traceback
          .insertObject(0) // Java's innermost call comes first, Python's last
          .put("filename", Optional.ofNullable(frame.getFileName()).orElse(frame.getClassName()))
          .put("function", frame.getClassName() + "." + frame.getMethodName())
          .put("lineno", Math.max(0, frame.getLineNumber()));
    }
  }
}
