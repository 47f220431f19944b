<?php

// An application that exports as OpenTelemetry's SDK for PHP does: by an HTTP client over PHP's own libcurl that is told of no authority, once for each order, with the headers of
// OTEL_EXPORTER_OTLP_HEADERS decoded and its User-Agent (src/Contrib/Otlp/OtlpUtil.php). With DISTRIBUTION set it does as the transport of Elastic's distribution: a handle that is given
// OTEL_EXPORTER_OTLP_CERTIFICATE (prod/native/libcommon/code/transport/CurlSender.cpp). Both come from where no test can fetch them, and are no part of this.

const VERSION = '1.10.0';

$isDistribution = getenv('DISTRIBUTION') !== false;
$headers = ['Content-Type: application/x-protobuf'];
foreach (array_filter(explode(',', getenv('OTEL_EXPORTER_OTLP_HEADERS') ?: '')) as $pair) {
    [$name, $value] = explode('=', $pair, 2);
    $headers[] = trim($name) . ': ' . rawurldecode(trim($value));
}

$handle = curl_init();
curl_setopt_array($handle, [
    CURLOPT_URL => rtrim(getenv('OTEL_EXPORTER_OTLP_ENDPOINT') ?: 'http://localhost:4318', '/') . '/v1/traces',
    CURLOPT_POST => true,
    CURLOPT_WRITEFUNCTION => fn($handle, $data) => strlen($data),
    CURLOPT_USERAGENT => $isDistribution ? 'otlp-http-php-distro/0.4.0' : 'OTel OTLP Exporter PHP/' . VERSION,
    CURLOPT_HTTPHEADER => $headers,
]);
if ($isDistribution && getenv('OTEL_EXPORTER_OTLP_CERTIFICATE') !== false) {
    curl_setopt($handle, CURLOPT_CAINFO, getenv('OTEL_EXPORTER_OTLP_CERTIFICATE'));
}

function varint(int $number): string
{
    $bytes = '';
    for (; $number > 127; $number >>= 7) $bytes .= chr(($number & 127) | 128);
    return $bytes . chr($number);
}

function field(int $number, string $value): string
{
    return varint($number << 3 | 2) . varint(strlen($value)) . $value;
}

function attribute(string $name, string $value): string
{
    return field(1, field(1, $name) . field(2, field(1, $value)));
}

function span(string $trace, string $id, string $parent, string $name, int $kind): string
{
    $now = (int) (microtime(true) * 1e9);
    return field(2, field(1, $trace) . field(2, $id) . ($parent === '' ? '' : field(4, $parent)) . field(5, $name)
        . varint(6 << 3) . varint($kind) . varint(7 << 3 | 1) . pack('P', $now - 2_000_000) . varint(8 << 3 | 1) . pack('P', $now));
}

// ExportTraceServiceRequest (opentelemetry/proto/collector/trace/v1/trace_service.proto).
function export(string $order, bool $isDistribution): string
{
    [$trace, $server, $inner] = [random_bytes(16), random_bytes(8), random_bytes(8)];
    $resource = attribute('service.name', getenv('OTEL_SERVICE_NAME') ?: 'unknown_service')
        . attribute('telemetry.sdk.name', 'opentelemetry')
        . attribute('telemetry.sdk.language', 'php')
        . attribute('telemetry.sdk.version', VERSION)
        . ($isDistribution ? attribute('telemetry.distro.name', 'elastic') . attribute('telemetry.distro.version', '1.8.0') : '');
    $spans = span($trace, $server, '', "GET /orders/$order", 2) . span($trace, $inner, $server, 'SELECT orders', 3);
    return field(1, field(1, $resource) . field(2, $spans));
}

$listener = stream_socket_server('tcp://127.0.0.1:0');
echo 'listening ' . substr(strrchr(stream_socket_get_name($listener, false), ':'), 1) . "\n";

while ($client = stream_socket_accept($listener, -1)) {
    preg_match('~/orders/([\w-]+)~', fgets($client), $asked);
    while (!in_array(fgets($client), [false, "\r\n"], true));
    fwrite($client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    fclose($client);
    curl_setopt($handle, CURLOPT_POSTFIELDS, export($asked[1], $isDistribution));
    if (curl_exec($handle) === false) {
        fwrite(STDERR, 'sendPayload failed: ' . curl_error($handle) . "\n");
    } elseif (curl_getinfo($handle, CURLINFO_RESPONSE_CODE) >= 300) {
        fwrite(STDERR, 'server returned with code ' . curl_getinfo($handle, CURLINFO_RESPONSE_CODE) . "\n");
    }
}
