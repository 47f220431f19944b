package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type orders struct {
	grpc_health_v1.UnimplementedHealthServer
}

func (orders) Check(ctx context.Context, _ *grpc_health_v1.HealthCheckRequest) (*grpc_health_v1.HealthCheckResponse, error) {
	takeOrder(ctx)
	return &grpc_health_v1.HealthCheckResponse{Status: grpc_health_v1.HealthCheckResponse_SERVING}, nil
}

// Orders come over HTTP, from what knows nothing of the agent, and go on over gRPC.
func addRoutes(server *grpc.Server) {
	grpc_health_v1.RegisterHealthServer(server, orders{})
	ready = func(at string) {
		connection, err := grpc.NewClient(at, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			log.Fatal(err)
		}
		client := grpc_health_v1.NewHealthClient(connection)
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("listening", listener.Addr().(*net.TCPAddr).Port)
		log.Fatal(http.Serve(listener, http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
			answer, err := client.Check(request.Context(), &grpc_health_v1.HealthCheckRequest{})
			if err != nil {
				http.Error(writer, err.Error(), http.StatusBadGateway)
				return
			}
			fmt.Fprint(writer, answer.Status)
		})))
	}
}
