package main

import "github.com/gofiber/fiber/v2"

func addRoutes(app *fiber.App) {
	app.Get("/orders/:id", func(request *fiber.Ctx) error {
		return request.SendString(takeOrder(request.Context()))
	})
}
