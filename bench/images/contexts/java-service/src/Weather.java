import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers /celsius?100 with what that is in Fahrenheit. */
public class Weather {
  public static void main(String[] arguments) throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 18107), 0);
    server.createContext("/celsius", exchange -> {
      var celsius = Double.parseDouble(exchange.getRequestURI().getQuery());
      var text = String.format(Locale.ROOT, "%.1f C is %.1f F%n", celsius, celsius * 9 / 5 + 32);
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    server.start();
  }
}
