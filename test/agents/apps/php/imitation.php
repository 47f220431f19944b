<?php

// An application that reports as the Elastic APM agent for PHP does: through libcurl with no authority of its own (agent/native/ext/backend_comm.cpp), over a handle that it keeps,
// uncompressed, once at the end of each request, with its User-Agent and its metadata. The agent itself comes from its releases alone and is no part of this.

const VERSION = '1.16.0';

$server = getenv('ELASTIC_APM_SERVER_URL') ?: 'http://localhost:8200';
$service = getenv('ELASTIC_APM_SERVICE_NAME') ?: 'unknown-php-service';
$token = getenv('ELASTIC_APM_SECRET_TOKEN');
$key = getenv('ELASTIC_APM_API_KEY');
// As in the agent's backend_comm.cpp, the key wins.
$authorization = $key !== false ? "ApiKey $key" : ($token !== false ? "Bearer $token" : null);

$handle = curl_init();
curl_setopt_array($handle, [
    CURLOPT_URL => "$server/intake/v2/events",
    CURLOPT_TIMEOUT_MS => 30000,
    CURLOPT_POST => true,
    CURLOPT_WRITEFUNCTION => fn($handle, $data) => strlen($data),
    CURLOPT_USERAGENT => 'apm-agent-php/' . VERSION . " ($service)",
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/x-ndjson',
        ...($authorization === null ? [] : ["Authorization: $authorization"]),
    ],
]);

function events(string $service, string $order): string
{
    $trace = bin2hex(random_bytes(16));
    $transaction = bin2hex(random_bytes(8));
    $at = (int) (microtime(true) * 1_000_000);
    $lines = [
        ['metadata' => [
            'service' => [
                'name' => $service,
                'environment' => getenv('ELASTIC_APM_ENVIRONMENT') ?: null,
                'agent' => ['name' => 'php', 'version' => VERSION],
                'language' => ['name' => 'PHP', 'version' => PHP_VERSION],
                'runtime' => ['name' => 'PHP', 'version' => PHP_VERSION],
            ],
            'process' => ['pid' => getmypid()],
            'system' => ['detected_hostname' => gethostname()],
        ]],
        ['transaction' => [
            'id' => $transaction, 'trace_id' => $trace, 'name' => "GET /orders/$order", 'type' => 'request', 'duration' => 2.0,
            'timestamp' => $at, 'sampled' => true, 'span_count' => ['started' => 1, 'dropped' => 0],
        ]],
        ['span' => [
            'id' => bin2hex(random_bytes(8)), 'transaction_id' => $transaction, 'parent_id' => $transaction, 'trace_id' => $trace,
            'name' => 'SELECT FROM orders', 'type' => 'db', 'duration' => 1.0, 'timestamp' => $at,
        ]],
    ];
    return implode("\n", array_map('json_encode', $lines));
}

$listener = stream_socket_server('tcp://127.0.0.1:0');
echo 'listening ' . substr(strrchr(stream_socket_get_name($listener, false), ':'), 1) . "\n";

while ($client = stream_socket_accept($listener, -1)) {
    preg_match('~/orders/([\w-]+)~', fgets($client), $asked);
    while (!in_array(fgets($client), [false, "\r\n"], true));
    fwrite($client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    fclose($client);
    curl_setopt($handle, CURLOPT_POSTFIELDS, events($service, $asked[1]));
    if (curl_exec($handle) === false) {
        fwrite(STDERR, 'Sending events to APM Server failed. curl error: ' . curl_error($handle) . "\n");
    } elseif (curl_getinfo($handle, CURLINFO_RESPONSE_CODE) >= 300) {
        fwrite(STDERR, 'Response HTTP code: ' . curl_getinfo($handle, CURLINFO_RESPONSE_CODE) . "\n");
    }
}
