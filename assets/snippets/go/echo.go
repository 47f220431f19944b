package main

import (
	"log"

	"github.com/labstack/echo/v4"
	"{{MODULE}}"
)

func main() {
	server := echo.New()
	// Before the routes; it also recovers from panics.
	server.Use(apmechov4.Middleware())
	// Your routes, as they are.
	log.Fatal(server.Start(":8080"))
}
