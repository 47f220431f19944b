package main

import (
	"log"
	"net/http"

	"{{MODULE}}"
)

func main() {
	mux := http.NewServeMux()
	// Your routes, as they are.
	log.Fatal(http.ListenAndServe(":8080", apmhttp.Wrap(mux)))
}
