package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"{{MODULE}}"
)

func main() {
	app := fiber.New()
	// Before the routes; it also recovers from panics.
	app.Use(apmfiber.Middleware())
	// Your routes, as they are.
	log.Fatal(app.Listen(":8080"))
}
