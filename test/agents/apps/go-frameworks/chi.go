package main

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"
)

func addRoutes(router chi.Router) {
	router.Get("/orders/{id}", func(writer http.ResponseWriter, request *http.Request) {
		fmt.Fprint(writer, takeOrder(request.Context()))
	})
}
