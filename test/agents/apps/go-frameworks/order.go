package main

import (
	"context"

	"go.elastic.co/apm/v2"
)

// Every order is a span in the transaction that the middleware began.
func takeOrder(ctx context.Context) string {
	span, _ := apm.StartSpan(ctx, "SELECT orders", "db.sqlite.query")
	defer span.End()
	return "ok"
}
