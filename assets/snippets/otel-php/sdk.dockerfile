RUN pecl install opentelemetry && docker-php-ext-enable opentelemetry
