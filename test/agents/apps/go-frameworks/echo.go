package main

import "github.com/labstack/echo/v4"

func addRoutes(server *echo.Echo) {
	server.GET("/orders/:id", func(request echo.Context) error {
		return request.String(200, takeOrder(request.Request().Context()))
	})
}
