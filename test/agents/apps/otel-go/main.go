// An ordinary net/http application with OpenTelemetry's middleware, wired by its environment alone. It prints its port before it serves.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"

	"go.opentelemetry.io/contrib/exporters/autoexport"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/trace"
)

func main() {
	exporter, err := autoexport.NewSpanExporter(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	otel.SetTracerProvider(trace.NewTracerProvider(trace.WithBatcher(exporter)))
	reader, err := autoexport.NewMetricReader(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	otel.SetMeterProvider(metric.NewMeterProvider(metric.WithReader(reader)))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	client := http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport)}
	inner := fmt.Sprintf("http://%s/inner", listener.Addr())
	mux := http.NewServeMux()
	mux.HandleFunc("/inner", func(writer http.ResponseWriter, _ *http.Request) {})
	mux.HandleFunc("/orders/", func(writer http.ResponseWriter, request *http.Request) {
		call, err := http.NewRequestWithContext(request.Context(), http.MethodGet, inner, nil)
		if err != nil {
			log.Fatal(err)
		}
		answer, err := client.Do(call)
		if err != nil {
			http.Error(writer, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		if _, err := io.Copy(writer, answer.Body); err != nil {
			log.Print(err)
		}
	})
	fmt.Printf("listening %d\n", listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, otelhttp.NewHandler(mux, "shop")))
}
