package main

import (
	"crypto/tls"
	"crypto/x509"
	"log"
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
	sender, err := transport.NewHTTPTransport(transport.HTTPTransportOptions{
		ServerURLs:      []*url.URL{server},
		TLSClientConfig: &tls.Config{RootCAs: roots},
	})
	if err != nil {
		log.Fatal(err)
	}
	options := apm.TracerOptions{ServiceName: {{SERVICE}}, Transport: sender}
	options.ServiceEnvironment = {{ENVIRONMENT}}
	tracer, err := apm.NewTracerOptions(options)
	if err != nil {
		log.Fatal(err)
	}
	apm.SetDefaultTracer(tracer)
}
