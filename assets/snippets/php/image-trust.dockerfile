COPY {{CA_FILE}} /usr/local/share/ca-certificates/sealwire.crt
RUN update-ca-certificates
