import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.concurrent.Executors;

/**
 * An ordinary application of the JDK's own HTTP server that knows nothing of Sealwire. It prints its port before it serves. Its handlers are classes by name: the agent does
 * not see those that are lambdas.
 */
public class Shop {
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/inner", new Inner());
        server.createContext("/orders/", new Orders(server.getAddress().getPort()));
        server.start();
        System.out.println("listening " + server.getAddress().getPort());
    }

    static class Inner implements HttpHandler {
        @Override
        public void handle(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        }
    }

    static class Orders implements HttpHandler {
        private final int port;

        Orders(int port) {
            this.port = port;
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            URL inner = new URL("http://127.0.0.1:" + port + "/inner");
            HttpURLConnection connection = (HttpURLConnection) inner.openConnection();
            try (InputStream body = connection.getInputStream()) {
                while (body.read() >= 0) {
                    continue;
                }
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        }
    }
}
