package main

import (
	"log"

	"github.com/gin-gonic/gin"
	"{{MODULE}}"
)

func main() {
	engine := gin.New()
	// Before the routes; it also recovers from panics, so gin.Recovery is not needed.
	engine.Use(apmgin.Middleware(engine))
	// Your routes, as they are.
	log.Fatal(engine.Run(":8080"))
}
