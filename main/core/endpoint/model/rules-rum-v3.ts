/** The event model of RUM v3 with its short keys (reference D2), in the form that `rules-v2.ts` explains. */
export const RUM_V3_RULES = `
errorRoot: e Error errorEvent required
metadataRoot: m Metadata metadata required
transactionRoot: x Transaction transaction required
context:
  cu Custom obj
  g Tags obj labels
  se Service contextService
  u User user
  q Request contextRequest
  p Page contextPage
  r Response contextResponse
contextPage: rf Referer str; url URL str
contextRequest:
  en Env obj
  he Headers hdrs
  hve HTTPVersion str max=1024
  mt Method str required max=1024
contextResponse:
  he Headers hdrs
  dbs DecodedBodySize int
  ebs EncodedBodySize int
  sc StatusCode int
  ts TransferSize int
contextService:
  a Agent contextServiceAgent
  en Environment str max=1024
  fw Framework contextServiceFramework
  la Language contextServiceLanguage
  n Name str max=1024 name
  ru Runtime contextServiceRuntime
  ve Version str max=1024
contextServiceAgent: n Name str max=1024; ve Version str max=1024
contextServiceFramework: n Name str max=1024; ve Version str max=1024
contextServiceLanguage: n Name str max=1024; ve Version str max=1024
contextServiceRuntime: n Name str max=1024; ve Version str max=1024
errorEvent any-of ex log:
  timestamp Timestamp ts
  log Log errorLog
  cl Culprit str max=1024
  id ID str required max=1024
  pid ParentID str required-if=xid;tid max=1024
  tid TraceID str required-if=xid;pid max=1024
  xid TransactionID str max=1024
  ex Exception errorException
  x Transaction errorTransactionRef
  c Context context
errorException any-of mg t:
  at Attributes obj
  cd Code any in=string;int max=1024
  ca Cause errorException[]
  mg Message str
  mo Module str max=1024
  st Stacktrace stacktraceFrame[]
  t Type str max=1024
  hd Handled bool
errorLog:
  lv Level str max=1024
  ln LoggerName str max=1024
  mg Message str required
  pmg ParamMessage str max=1024
  st Stacktrace stacktraceFrame[]
errorTransactionRef: n Name str max=1024; t Type str max=1024; sm Sampled bool
metadata: l Labels obj labels; se Service metadataService required; u User user; n Network network
metadataService:
  a Agent metadataServiceAgent required
  en Environment str max=1024
  fw Framework metadataServiceFramework
  la Language metadataServiceLanguage
  n Name str required least=1 max=1024 name
  ru Runtime metadataServiceRuntime
  ve Version str max=1024
metadataServiceAgent: n Name str required least=1 max=1024; ve Version str required max=1024
metadataServiceFramework: n Name str max=1024; ve Version str max=1024
metadataServiceLanguage: n Name str required max=1024; ve Version str max=1024
metadataServiceRuntime: n Name str required max=1024; ve Version str required max=1024
network: c Connection networkConnection
networkConnection: t Type str max=1024
transactionMetricset: y Span metricsetSpanRef; sa Samples transactionMetricsetSamples required
transactionMetricsetSamples:
  ysc SpanSelfTimeCount metricsetSampleValue
  yss SpanSelfTimeSum metricsetSampleValue
metricsetSampleValue: v Value num required
metricsetSpanRef: su Subtype str max=1024; t Type str max=1024
span:
  n Name str required max=1024
  st Stacktrace stacktraceFrame[]
  t Type str required max=1024
  su Subtype str max=1024
  ac Action str max=1024
  id ID str required max=1024
  o Outcome str outcome
  c Context spanContext
  pi ParentIndex int
  sr SampleRate num
  s Start num required
  d Duration num required min=0
  sy Sync bool
spanContext:
  g Tags obj labels
  se Service spanContextService
  dt Destination spanContextDestination
  h HTTP spanContextHTTP
spanContextDestination:
  se Service spanContextDestinationService
  ad Address str max=1024
  po Port int
spanContextDestinationService:
  n Name str max=1024
  rc Resource str required max=1024
  t Type str max=1024
spanContextHTTP:
  mt Method str max=1024
  url URL str
  r Response spanContextHTTPResponse
  sc StatusCode int
spanContextHTTPResponse: dbs DecodedBodySize int; ebs EncodedBodySize int; ts TransferSize int
spanContextService: a Agent contextServiceAgent; n Name str max=1024 name
stacktraceFrame:
  ap AbsPath str
  cn Classname str
  cli ContextLine str
  f Filename str required
  fn Function str
  mo Module str
  poc PostContext str[]
  prc PreContext str[]
  co ColumnNumber int
  li LineNumber int
transaction:
  k Marks marks
  tid TraceID str required max=1024
  t Type str required max=1024
  y Spans span[]
  me Metricsets transactionMetricset[]
  rt Result str max=1024
  id ID str required max=1024
  n Name str max=1024
  o Outcome str outcome
  pid ParentID str max=1024
  ses Session transactionSession
  c Context context
  exp UserExperience transactionUserExperience
  yc SpanCount transactionSpanCount required
  sr SampleRate num
  d Duration num required min=0
  sm Sampled bool
transactionSession: id ID str required; seq Sequence int min=1
transactionSpanCount: dd Dropped int; sd Started int required
transactionUserExperience:
  cls CumulativeLayoutShift num min=0
  fid FirstInputDelay num min=0
  tbt TotalBlockingTime num min=0
  lt Longtask longtaskMetrics
longtaskMetrics:
  count Count int required min=0
  max Max num required min=0
  sum Sum num required min=0
user:
  ud Domain str max=1024
  id ID any max=1024 in=string;int
  em Email str max=1024
  un Name str max=1024
`;
