// An ordinary net/http application with the agent's middleware, wired by its environment alone. It prints its port before it serves.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"

	"go.elastic.co/apm/module/apmhttp/v2"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	client := apmhttp.WrapClient(http.DefaultClient)
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
	log.Fatal(http.Serve(listener, apmhttp.Wrap(mux)))
}
