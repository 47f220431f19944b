package main

import (
	"crypto/tls"
	"crypto/x509"
	"log"
	"net/http"
	"net/url"
	"os"

	"{{AGENT}}"
	"{{AGENT}}/transport"
)

// Runs before main, so that every middleware finds this tracer.
func init() {
	authority, err := os.ReadFile({{CA_FILE}})
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(authority) {
		log.Fatal("the file of the authority holds no certificate")
	}
	server, err := url.Parse({{URL}})
	if err != nil {
		log.Fatal(err)
	}
	// {{TOKEN_NOTE}}
	sender, err := transport.NewHTTPTransport()
	if err != nil {
		log.Fatal(err)
	}
	sender.SetServerURL(server)
	sender.Client.Transport.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: roots}
	options := apm.TracerOptions{ServiceName: {{SERVICE}}, Transport: sender}
	options.ServiceEnvironment = {{ENVIRONMENT}}
	tracer, err := apm.NewTracerOptions(options)
	if err != nil {
		log.Fatal(err)
	}
	// The import has made one that knows nothing of this server.
	apm.DefaultTracer.Close()
	apm.DefaultTracer = tracer
}
