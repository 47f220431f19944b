package main

import "github.com/gin-gonic/gin"

func addRoutes(engine *gin.Engine) {
	engine.GET("/orders/:id", func(request *gin.Context) {
		request.String(200, takeOrder(request.Request.Context()))
	})
}
