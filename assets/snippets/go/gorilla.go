package main

import (
	"log"
	"net/http"

	"github.com/gorilla/mux"
	"{{MODULE}}"
)

func main() {
	router := mux.NewRouter()
	apmgorilla.Instrument(router)
	// Your routes, as they are.
	log.Fatal(http.ListenAndServe(":8080", router))
}
