package main

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
	"{{MODULE}}"
)

func main() {
	router := chi.NewRouter()
	// Before the routes.
	router.Use(apmchiv5.Middleware())
	// Your routes, as they are.
	log.Fatal(http.ListenAndServe(":8080", router))
}
