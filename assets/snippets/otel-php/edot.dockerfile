COPY elastic-otel-php_*_amd64.deb /tmp/
RUN dpkg -i /tmp/elastic-otel-php_*_amd64.deb && rm /tmp/elastic-otel-php_*_amd64.deb
