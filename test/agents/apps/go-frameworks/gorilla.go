package main

import (
	"fmt"
	"net/http"

	"github.com/gorilla/mux"
)

func addRoutes(router *mux.Router) {
	router.HandleFunc("/orders/{id}", func(writer http.ResponseWriter, request *http.Request) {
		fmt.Fprint(writer, takeOrder(request.Context()))
	})
}
