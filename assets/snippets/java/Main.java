import co.elastic.apm.attach.ElasticApmAttacher;

public class Main {
    public static void main(String[] args) {
        ElasticApmAttacher.attach();
        // Your application, as it is.
    }
}
