/**
 * The event model of intake v2 (reference D1): objects, each with its fields in the order in which they are validated. A field is the JSON key, the
 * name of the Go field (it stands in error texts), the type and the rules; `any-of` names fields of which one must be set, `+ Name` takes in the
 * fields of another object. `model.ts` reads this text and explains types and rules.
 */
export const V2_RULES = `
errorRoot: error Error errorEvent required
metadataRoot: metadata Metadata metadata required
metricsetRoot: metricset Metricset metricset required
spanRoot: span Span span required
transactionRoot: transaction Transaction transaction required
logRoot: log Log log required
context:
  custom Custom obj
  tags Tags obj labels
  service Service contextService
  cloud Cloud contextCloud
  user User user
  page Page contextPage
  request Request contextRequest
  message Message contextMessage
  response Response contextResponse
faas:
  id ID str
  execution Execution str
  trigger Trigger trigger
  name Name str
  version Version str
  coldstart Coldstart bool
trigger: type Type str; request_id RequestID str
contextCloud: origin Origin contextCloudOrigin
contextCloudOrigin:
  account Account contextCloudOriginAccount
  provider Provider str
  region Region str
  service Service contextCloudOriginService
contextCloudOriginAccount: id ID str
contextCloudOriginService: name Name str
contextMessage:
  headers Headers hdrs
  body Body str
  queue Queue contextMessageQueue
  routing_key RoutingKey str
  age Age contextMessageAge
contextMessageAge: ms Milliseconds int
contextMessageQueue: name Name str max=1024
contextPage: referer Referer str; url URL str
contextRequest:
  cookies Cookies obj
  env Env obj
  body Body any in=string;object
  headers Headers hdrs
  url URL contextRequestURL
  http_version HTTPVersion str max=1024
  method Method str required max=1024
  socket Socket contextRequestSocket
contextRequestURL:
  port Port any in=string;int as-int max=1024
  full Full str max=1024
  hash Hash str max=1024
  hostname Hostname str max=1024
  pathname Path str max=1024
  protocol Protocol str max=1024
  raw Raw str max=1024
  search Search str max=1024
contextRequestSocket: remote_address RemoteAddress str; encrypted Encrypted bool
contextResponse:
  headers Headers hdrs
  status_code StatusCode int
  transfer_size TransferSize int
  decoded_body_size DecodedBodySize int
  encoded_body_size EncodedBodySize int
  finished Finished bool
  headers_sent HeadersSent bool
contextService:
  agent Agent contextServiceAgent
  environment Environment str max=1024
  framework Framework contextServiceFramework
  id ID str
  language Language contextServiceLanguage
  name Name str max=1024 name
  node Node contextServiceNode
  origin Origin contextServiceOrigin
  runtime Runtime contextServiceRuntime
  target Target contextServiceTarget
  version Version str max=1024
contextServiceTarget any-of type name: name Name str; type Type str
contextServiceOrigin: id ID str; name Name str; version Version str
contextServiceAgent:
  ephemeral_id EphemeralID str max=1024
  name Name str max=1024
  version Version str max=1024
contextServiceFramework: name Name str max=1024; version Version str max=1024
contextServiceLanguage: name Name str max=1024; version Version str max=1024
contextServiceNode: configured_name Name str max=1024
contextServiceRuntime: name Name str max=1024; version Version str max=1024
errorEvent any-of exception log:
  timestamp Timestamp ts
  log Log errorLog
  culprit Culprit str max=1024
  id ID str required max=1024
  parent_id ParentID str required-if=transaction_id;trace_id max=1024
  trace_id TraceID str required-if=transaction_id;parent_id max=1024
  transaction_id TransactionID str max=1024
  exception Exception errorException
  transaction Transaction errorTransactionRef
  context Context context
errorException any-of message type:
  attributes Attributes obj
  code Code any in=string;int max=1024
  cause Cause errorException[]
  stacktrace Stacktrace stacktraceFrame[]
  message Message str
  module Module str max=1024
  type Type str max=1024
  handled Handled bool
errorLog:
  level Level str max=1024
  logger_name LoggerName str max=1024
  message Message str required
  param_message ParamMessage str max=1024
  stacktrace Stacktrace stacktraceFrame[]
errorTransactionRef: name Name str max=1024; type Type str max=1024; sampled Sampled bool
metadata:
  labels Labels obj labels
  service Service metadataService required
  cloud Cloud metadataCloud
  system System metadataSystem
  user User user
  network Network network
  process Process metadataProcess
metadataCloud:
  account Account metadataCloudAccount
  availability_zone AvailabilityZone str max=1024
  instance Instance metadataCloudInstance
  machine Machine metadataCloudMachine
  project Project metadataCloudProject
  provider Provider str required max=1024
  region Region str max=1024
  service Service metadataCloudService
metadataCloudAccount: id ID str max=1024; name Name str max=1024
metadataCloudInstance: id ID str max=1024; name Name str max=1024
metadataCloudMachine: type Type str max=1024
metadataCloudProject: id ID str max=1024; name Name str max=1024
metadataCloudService: name Name str max=1024
metadataProcess: argv Argv str[]; title Title str max=1024; pid Pid int required; ppid Ppid int
metadataService:
  agent Agent metadataServiceAgent required
  environment Environment str max=1024
  framework Framework metadataServiceFramework
  id ID str
  language Language metadataServiceLanguage
  name Name str required least=1 max=1024 name
  node Node metadataServiceNode
  runtime Runtime metadataServiceRuntime
  version Version str max=1024
metadataServiceAgent:
  activation_method ActivationMethod str max=1024
  ephemeral_id EphemeralID str max=1024
  name Name str required least=1 max=1024
  version Version str required max=1024
metadataServiceFramework: name Name str max=1024; version Version str max=1024
metadataServiceLanguage: name Name str required max=1024; version Version str max=1024
metadataServiceNode: configured_name Name str max=1024
metadataServiceRuntime: name Name str required max=1024; version Version str required max=1024
metadataSystem:
  architecture Architecture str max=1024
  configured_hostname ConfiguredHostname str max=1024
  container Container metadataSystemContainer
  detected_hostname DetectedHostname str max=1024
  hostname DeprecatedHostname str max=1024
  kubernetes Kubernetes metadataSystemKubernetes
  platform Platform str max=1024
  host_id HostID str max=1024
metadataSystemContainer: id ID str max=1024
metadataSystemKubernetes:
  namespace Namespace str max=1024
  node Node metadataSystemKubernetesNode
  pod Pod metadataSystemKubernetesPod
metadataSystemKubernetesNode: name Name str max=1024
metadataSystemKubernetesPod: name Name str max=1024; uid UID str max=1024
network: connection Connection networkConnection
networkConnection: type Type str max=1024
metricset:
  timestamp Timestamp ts
  samples Samples map:metricsetSampleValue required metric-names
  span Span metricsetSpanRef
  tags Tags obj labels
  transaction Transaction metricsetTransactionRef
  service Service metricsetServiceRef
  faas FAAS faas
metricsetSampleValue any-of value values:
  type Type str
  unit Unit str
  values Values num[] required-if=counts
  counts Counts uint64[] required-if=values
  value Value num
metricsetSpanRef: subtype Subtype str max=1024; type Type str max=1024
metricsetTransactionRef: name Name str max=1024; type Type str max=1024
metricsetServiceRef: name Name str max=1024; version Version str max=1024
span any-of start timestamp:
  timestamp Timestamp ts
  otel OTel otel
  id ID str required max=1024
  trace_id TraceID str required max=1024
  action Action str max=1024
  name Name str required max=1024
  outcome Outcome str outcome
  child_ids ChildIDs str[] max=1024
  parent_id ParentID str required max=1024
  links Links spanLink[]
  stacktrace Stacktrace stacktraceFrame[]
  type Type str required max=1024
  subtype Subtype str max=1024
  transaction_id TransactionID str max=1024
  composite Composite spanComposite
  context Context spanContext
  start Start num
  sample_rate SampleRate num
  duration Duration num required min=0
  sync Sync bool
spanContext:
  tags Tags obj labels
  service Service contextService
  message Message contextMessage
  db Database spanContextDatabase
  destination Destination spanContextDestination
  http HTTP spanContextHTTP
spanContextDatabase:
  instance Instance str
  link Link str max=1024
  statement Statement str
  type Type str
  user User str
  rows_affected RowsAffected int
spanContextDestination:
  service Service spanContextDestinationService
  address Address str max=1024
  port Port int
spanContextDestinationService:
  name Name str max=1024
  resource Resource str required max=1024
  type Type str max=1024
spanContextHTTP:
  request Request spanContextHTTPRequest
  method Method str max=1024
  url URL str
  response Response spanContextHTTPResponse
  status_code StatusCode int
spanContextHTTPRequest: body Body any; id ID str
spanContextHTTPResponse:
  headers Headers hdrs
  decoded_body_size DecodedBodySize int
  encoded_body_size EncodedBodySize int
  status_code StatusCode int
  transfer_size TransferSize int
stacktraceFrame any-of classname filename:
  vars Vars obj
  filename Filename str
  abs_path AbsPath str
  classname Classname str
  context_line ContextLine str
  function Function str
  module Module str
  post_context PostContext str[]
  pre_context PreContext str[]
  lineno LineNumber int
  colno ColumnNumber int
  library_frame LibraryFrame bool
spanComposite:
  compression_strategy CompressionStrategy str required
  count Count int required min=2
  sum Sum num required min=0
transaction:
  marks Marks marks
  timestamp Timestamp ts
  otel OTel otel
  links Links spanLink[]
  trace_id TraceID str required max=1024
  id ID str required max=1024
  parent_id ParentID str max=1024
  name Name str max=1024
  type Type str required max=1024
  result Result str max=1024
  dropped_spans_stats DroppedSpanStats transactionDroppedSpanStats[]
  outcome Outcome str outcome
  faas FAAS faas
  session Session transactionSession
  context Context context
  experience UserExperience transactionUserExperience
  span_count SpanCount transactionSpanCount required
  sample_rate SampleRate num
  duration Duration num required min=0
  sampled Sampled bool
log:
  labels Labels obj labels
  @timestamp Timestamp ts
  + EcsLogServiceFields
  + EcsLogErrorFields
  + EcsLogEventFields
  + EcsLogProcessFields
  trace.id TraceID str max=1024
  transaction.id TransactionID str max=1024
  span.id SpanID str max=1024
  message Message str
  faas FAAS faas
  + EcsLogLogFields
EcsLogEventFields: event NestedStruct obj; event.dataset EventDataset str max=1024
EcsLogProcessFields: process NestedStruct obj; process.thread.name ProcessThreadName str max=1024
EcsLogErrorFields:
  error NestedStruct obj
  error.type ErrorType str
  error.message ErrorMessage str
  error.stack_trace ErrorStacktrace str
EcsLogLogFields:
  log NestedStruct obj
  log.level Level str max=1024
  log.logger Logger str max=1024
  log.origin.file.name OriginFileName str max=1024
  log.origin.function OriginFunction str
  log.origin.file.line OriginFileLine int
EcsLogServiceFields:
  service NestedStruct obj
  service.name ServiceName str max=1024
  service.version ServiceVersion str max=1024
  service.environment ServiceEnvironment str max=1024
  service.node.name ServiceNodeName str max=1024
otel: attributes Attributes obj; span_kind SpanKind str
transactionSession: id ID str required max=1024; sequence Sequence int min=1
transactionSpanCount: dropped Dropped int; started Started int required
transactionUserExperience:
  cls CumulativeLayoutShift num min=0
  fid FirstInputDelay num min=0
  longtask Longtask longtaskMetrics
  tbt TotalBlockingTime num min=0
longtaskMetrics:
  count Count int required min=0
  max Max num required min=0
  sum Sum num required min=0
user:
  domain Domain str max=1024
  id ID any max=1024 in=string;int
  email Email str max=1024
  username Name str max=1024
transactionDroppedSpanStats:
  destination_service_resource DestinationServiceResource str max=1024
  service_target_type ServiceTargetType str max=512
  service_target_name ServiceTargetName str max=512
  outcome Outcome str outcome
  duration Duration transactionDroppedSpansDuration
transactionDroppedSpansDuration: count Count int min=1; sum Sum transactionDroppedSpansDurationSum
transactionDroppedSpansDurationSum: us Us int min=0
spanLink: span_id SpanID str required max=1024; trace_id TraceID str required max=1024
`;
