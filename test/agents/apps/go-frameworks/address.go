// What an application of any framework needs to be tested: a port, and a word as soon as something listens there.
package main

import (
	"fmt"
	"log"
	"net"
	"time"
)

// Called with the address once something listens there.
var ready = func(at string) {
	_, port, err := net.SplitHostPort(at)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening", port)
}

// A free address of this machine, in the place of the one that the snippet serves at.
func address() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	at := listener.Addr().String()
	if err := listener.Close(); err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			connection, err := net.Dial("tcp", at)
			if err == nil {
				connection.Close()
				ready(at)
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	return at
}
