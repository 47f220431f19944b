/* Written by `npm run generate` from the rules of the event model (../../model/rules-v2.ts, ../../model/rules-rum-v3.ts). Not to be edited. */

import { END, firstElement, firstKey, firstName, isKey, key, mayBeInOtherCase, nextElement, nextKey, nextName } from '../steps.ts';
import { isTooDeep, passValue } from '../tokens.ts';
import { isAnyText, isAnything, isFlag, isHeaders, isInteger, isIntegerFrom, isIntegerText, isMetricName, isName, isNatural, isNotEmpty, isNull, isNumber, isNumberFromZero, isObjectNext, isOutcome, isOwnMoment, isText, isTextNext, isTrace, noteTransaction, passFree, passLabels, passMarks, type Verdict } from '../values.ts';

const k_error = key('error');
const k_timestamp = key('timestamp');
const k_log = key('log');
const k_culprit = key('culprit');
const k_id = key('id');
const k_parent_id = key('parent_id');
const k_trace_id = key('trace_id');
const k_transaction_id = key('transaction_id');
const k_exception = key('exception');
const k_transaction = key('transaction');
const k_context = key('context');
const k_level = key('level');
const k_logger_name = key('logger_name');
const k_message = key('message');
const k_param_message = key('param_message');
const k_stacktrace = key('stacktrace');
const k_vars = key('vars');
const k_filename = key('filename');
const k_abs_path = key('abs_path');
const k_classname = key('classname');
const k_context_line = key('context_line');
const k_function = key('function');
const k_module = key('module');
const k_post_context = key('post_context');
const k_pre_context = key('pre_context');
const k_lineno = key('lineno');
const k_colno = key('colno');
const k_library_frame = key('library_frame');
const k_attributes = key('attributes');
const k_code = key('code');
const k_cause = key('cause');
const k_type = key('type');
const k_handled = key('handled');
const k_name = key('name');
const k_sampled = key('sampled');
const k_custom = key('custom');
const k_tags = key('tags');
const k_service = key('service');
const k_cloud = key('cloud');
const k_user = key('user');
const k_page = key('page');
const k_request = key('request');
const k_response = key('response');
const k_agent = key('agent');
const k_environment = key('environment');
const k_framework = key('framework');
const k_language = key('language');
const k_node = key('node');
const k_origin = key('origin');
const k_runtime = key('runtime');
const k_target = key('target');
const k_version = key('version');
const k_ephemeral_id = key('ephemeral_id');
const k_configured_name = key('configured_name');
const k_account = key('account');
const k_provider = key('provider');
const k_region = key('region');
const k_domain = key('domain');
const k_email = key('email');
const k_username = key('username');
const k_referer = key('referer');
const k_url = key('url');
const k_cookies = key('cookies');
const k_env = key('env');
const k_body = key('body');
const k_headers = key('headers');
const k_http_version = key('http_version');
const k_method = key('method');
const k_socket = key('socket');
const k_port = key('port');
const k_full = key('full');
const k_hash = key('hash');
const k_hostname = key('hostname');
const k_pathname = key('pathname');
const k_protocol = key('protocol');
const k_raw = key('raw');
const k_search = key('search');
const k_remote_address = key('remote_address');
const k_encrypted = key('encrypted');
const k_queue = key('queue');
const k_routing_key = key('routing_key');
const k_age = key('age');
const k_ms = key('ms');
const k_status_code = key('status_code');
const k_transfer_size = key('transfer_size');
const k_decoded_body_size = key('decoded_body_size');
const k_encoded_body_size = key('encoded_body_size');
const k_finished = key('finished');
const k_headers_sent = key('headers_sent');
const k_metadata = key('metadata');
const k_labels = key('labels');
const k_system = key('system');
const k_network = key('network');
const k_process = key('process');
const k_activation_method = key('activation_method');
const k_availability_zone = key('availability_zone');
const k_instance = key('instance');
const k_machine = key('machine');
const k_project = key('project');
const k_architecture = key('architecture');
const k_configured_hostname = key('configured_hostname');
const k_container = key('container');
const k_detected_hostname = key('detected_hostname');
const k_kubernetes = key('kubernetes');
const k_platform = key('platform');
const k_host_id = key('host_id');
const k_namespace = key('namespace');
const k_pod = key('pod');
const k_uid = key('uid');
const k_connection = key('connection');
const k_argv = key('argv');
const k_title = key('title');
const k_pid = key('pid');
const k_ppid = key('ppid');
const k_metricset = key('metricset');
const k_samples = key('samples');
const k_span = key('span');
const k_faas = key('faas');
const k_unit = key('unit');
const k_values = key('values');
const k_counts = key('counts');
const k_value = key('value');
const k_subtype = key('subtype');
const k_execution = key('execution');
const k_trigger = key('trigger');
const k_coldstart = key('coldstart');
const k_request_id = key('request_id');
const k_otel = key('otel');
const k_action = key('action');
const k_outcome = key('outcome');
const k_child_ids = key('child_ids');
const k_links = key('links');
const k_composite = key('composite');
const k_start = key('start');
const k_sample_rate = key('sample_rate');
const k_duration = key('duration');
const k_sync = key('sync');
const k_span_kind = key('span_kind');
const k_span_id = key('span_id');
const k_compression_strategy = key('compression_strategy');
const k_count = key('count');
const k_sum = key('sum');
const k_db = key('db');
const k_destination = key('destination');
const k_http = key('http');
const k_link = key('link');
const k_statement = key('statement');
const k_rows_affected = key('rows_affected');
const k_address = key('address');
const k_resource = key('resource');
const k_marks = key('marks');
const k_result = key('result');
const k_dropped_spans_stats = key('dropped_spans_stats');
const k_session = key('session');
const k_experience = key('experience');
const k_span_count = key('span_count');
const k_destination_service_resource = key('destination_service_resource');
const k_service_target_type = key('service_target_type');
const k_service_target_name = key('service_target_name');
const k_us = key('us');
const k_sequence = key('sequence');
const k_cls = key('cls');
const k_fid = key('fid');
const k_longtask = key('longtask');
const k_tbt = key('tbt');
const k_max = key('max');
const k_dropped = key('dropped');
const k_started = key('started');
const k_$timestamp = key('@timestamp');
const k_service$name = key('service.name');
const k_service$version = key('service.version');
const k_service$environment = key('service.environment');
const k_service$node$name = key('service.node.name');
const k_error$type = key('error.type');
const k_error$message = key('error.message');
const k_error$stack_trace = key('error.stack_trace');
const k_event = key('event');
const k_event$dataset = key('event.dataset');
const k_process$thread$name = key('process.thread.name');
const k_trace$id = key('trace.id');
const k_transaction$id = key('transaction.id');
const k_span$id = key('span.id');
const k_log$level = key('log.level');
const k_log$logger = key('log.logger');
const k_log$origin$file$name = key('log.origin.file.name');
const k_log$origin$function = key('log.origin.function');
const k_log$origin$file$line = key('log.origin.file.line');
const k_e = key('e');
const k_cl = key('cl');
const k_tid = key('tid');
const k_xid = key('xid');
const k_ex = key('ex');
const k_x = key('x');
const k_c = key('c');
const k_lv = key('lv');
const k_ln = key('ln');
const k_mg = key('mg');
const k_pmg = key('pmg');
const k_st = key('st');
const k_ap = key('ap');
const k_cn = key('cn');
const k_cli = key('cli');
const k_f = key('f');
const k_fn = key('fn');
const k_mo = key('mo');
const k_poc = key('poc');
const k_prc = key('prc');
const k_co = key('co');
const k_li = key('li');
const k_at = key('at');
const k_cd = key('cd');
const k_ca = key('ca');
const k_t = key('t');
const k_hd = key('hd');
const k_n = key('n');
const k_sm = key('sm');
const k_cu = key('cu');
const k_g = key('g');
const k_se = key('se');
const k_u = key('u');
const k_q = key('q');
const k_p = key('p');
const k_r = key('r');
const k_a = key('a');
const k_en = key('en');
const k_fw = key('fw');
const k_la = key('la');
const k_ru = key('ru');
const k_ve = key('ve');
const k_ud = key('ud');
const k_em = key('em');
const k_un = key('un');
const k_he = key('he');
const k_hve = key('hve');
const k_mt = key('mt');
const k_rf = key('rf');
const k_dbs = key('dbs');
const k_ebs = key('ebs');
const k_sc = key('sc');
const k_ts = key('ts');
const k_m = key('m');
const k_l = key('l');
const k_k = key('k');
const k_y = key('y');
const k_me = key('me');
const k_rt = key('rt');
const k_o = key('o');
const k_ses = key('ses');
const k_exp = key('exp');
const k_yc = key('yc');
const k_sr = key('sr');
const k_d = key('d');
const k_su = key('su');
const k_ac = key('ac');
const k_pi = key('pi');
const k_s = key('s');
const k_sy = key('sy');
const k_dt = key('dt');
const k_h = key('h');
const k_ad = key('ad');
const k_po = key('po');
const k_rc = key('rc');
const k_sa = key('sa');
const k_ysc = key('ysc');
const k_yss = key('yss');
const k_v = key('v');
const k_seq = key('seq');
const k_lt = key('lt');
const k_dd = key('dd');
const k_sd = key('sd');

function v2_errorRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 96784905: {
        if (!isKey(k_error) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_errorEvent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_errorEvent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 55126295: {
        if (!isKey(k_timestamp) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 1;
        break;
      }
      case 107333: {
        if (!isKey(k_log) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_errorLog(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 47609832: {
        if (!isKey(k_culprit) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 996585681: {
        if (!isKey(k_parent_id) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 196558422: {
        if (!isKey(k_trace_id) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isTrace(1024)) return 2;
        set |= 32;
        break;
      }
      case 1010584093: {
        if (!isKey(k_transaction_id) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 407883856: {
        if (!isKey(k_exception) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_errorException(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 1067504351: {
        if (!isKey(k_transaction) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        const verdict = v2_errorTransactionRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 256;
        noteTransaction();
        break;
      }
      case 951530928: {
        if (!isKey(k_context) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        const verdict = v2_context(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 512;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 8) === 8 && (set & 130) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 80) === 0 || (set & 32) !== 0) ? 1 : 2;
}

function v2_errorLog(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 102865797: {
        if (!isKey(k_level) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 373372891: {
        if (!isKey(k_logger_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 954925064: {
        if (!isKey(k_message) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 132899414: {
        if (!isKey(k_param_message) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 982090686: {
        if (!isKey(k_stacktrace) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 16;
        }
        if (step < END) return 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 4) === 4 ? 1 : 2;
}

function v2_stacktraceFrame(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3612205: {
        if (!isKey(k_vars) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 338973192: {
        if (!isKey(k_filename) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 639704019: {
        if (!isKey(k_abs_path) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 1064806404: {
        if (!isKey(k_classname) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 42952837: {
        if (!isKey(k_context_line) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16;
        break;
      }
      case 307196889: {
        if (!isKey(k_function) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 32;
        break;
      }
      case 4957805: {
        if (!isKey(k_module) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 64;
        break;
      }
      case 505992465: {
        if (!isKey(k_post_context) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isAnyText()) return 2;
          set |= 128;
        }
        if (step < END) return 2;
        break;
      }
      case 822688788: {
        if (!isKey(k_pre_context) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isAnyText()) return 2;
          set |= 256;
        }
        if (step < END) return 2;
        break;
      }
      case 1044811958: {
        if (!isKey(k_lineno) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 512;
        break;
      }
      case 94842690: {
        if (!isKey(k_colno) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 1024;
        break;
      }
      case 676952298: {
        if (!isKey(k_library_frame) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 2048;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 10) !== 0 ? 1 : 2;
}

function v2_errorException(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 405645656: {
        if (!isKey(k_attributes) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3059182: {
        if (!isKey(k_code) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!(isTextNext() ? isText(1024) : isInteger())) return 2;
        set |= 2;
        break;
      }
      case 94434410: {
        if (!isKey(k_cause) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_errorException(depth + 2) !== 1) return 2;
          set |= 4;
        }
        if (step < END) return 2;
        break;
      }
      case 982090686: {
        if (!isKey(k_stacktrace) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 8;
        }
        if (step < END) return 2;
        break;
      }
      case 954925064: {
        if (!isKey(k_message) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16;
        break;
      }
      case 4957805: {
        if (!isKey(k_module) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 692803389: {
        if (!isKey(k_handled) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 80) !== 0 ? 1 : 2;
}

function v2_errorTransactionRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 791101435: {
        if (!isKey(k_sampled) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_context(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 798395250: {
        if (!isKey(k_custom) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3552282: {
        if (!isKey(k_tags) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_contextService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 94756406: {
        if (!isKey(k_cloud) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_contextCloud(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 3599308: {
        if (!isKey(k_user) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_user(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 3433104: {
        if (!isKey(k_page) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = v2_contextPage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 21951120: {
        if (!isKey(k_request) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = v2_contextRequest(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      case 954925064: {
        if (!isKey(k_message) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_contextMessage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 733418562: {
        if (!isKey(k_response) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        const verdict = v2_contextResponse(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 256;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 92750598: {
        if (!isKey(k_agent) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_contextServiceAgent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 987836948: {
        if (!isKey(k_environment) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 546173439: {
        if (!isKey(k_framework) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_contextServiceFramework(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 533893977: {
        if (!isKey(k_language) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_contextServiceLanguage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isName(1024)) return 2;
        set |= 32;
        break;
      }
      case 3386883: {
        if (!isKey(k_node) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = v2_contextServiceNode(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      case 65122087: {
        if (!isKey(k_origin) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_contextServiceOrigin(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 477220825: {
        if (!isKey(k_runtime) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        const verdict = v2_contextServiceRuntime(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 256;
        break;
      }
      case 192835986: {
        if (!isKey(k_target) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        const verdict = v2_contextServiceTarget(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 512;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1024;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceAgent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 197236478: {
        if (!isKey(k_ephemeral_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceFramework(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceLanguage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceNode(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 736620525: {
        if (!isKey(k_configured_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceOrigin(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceRuntime(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextServiceTarget(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3) !== 0 ? 1 : 2;
}

function v2_contextCloud(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 65122087: {
        if (!isKey(k_origin) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_contextCloudOrigin(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextCloudOrigin(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 970164782: {
        if (!isKey(k_account) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_contextCloudOriginAccount(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 86246898: {
        if (!isKey(k_provider) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 138946293: {
        if (!isKey(k_region) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_contextCloudOriginService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextCloudOriginAccount(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextCloudOriginService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_user(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 821286085: {
        if (!isKey(k_domain) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!(isTextNext() ? isText(1024) : isInteger())) return 2;
        set |= 2;
        break;
      }
      case 96619421: {
        if (!isKey(k_email) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 808028375: {
        if (!isKey(k_username) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextPage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 11327790: {
        if (!isKey(k_referer) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 116080: {
        if (!isKey(k_url) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextRequest(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 952189584: {
        if (!isKey(k_cookies) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 100590: {
        if (!isKey(k_env) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 3029411: {
        if (!isKey(k_body) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!(isTextNext() ? isAnyText() : isObjectNext() && passFree(depth) !== 2)) return 2;
        set |= 4;
        break;
      }
      case 795307911: {
        if (!isKey(k_headers) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 8;
        break;
      }
      case 116080: {
        if (!isKey(k_url) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_contextRequestURL(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 143180834: {
        if (!isKey(k_http_version) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 1069928674: {
        if (!isKey(k_method) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 176693108: {
        if (!isKey(k_socket) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_contextRequestSocket(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 64) === 64 ? 1 : 2;
}

function v2_contextRequestURL(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3446914: {
        if (!isKey(k_port) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!(isTextNext() ? isIntegerText(1024) : isInteger())) return 2;
        set |= 1;
        break;
      }
      case 3154576: {
        if (!isKey(k_full) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3195151: {
        if (!isKey(k_hash) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 773938228: {
        if (!isKey(k_hostname) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 161432625: {
        if (!isKey(k_pathname) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 84577945: {
        if (!isKey(k_protocol) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 112681: {
        if (!isKey(k_raw) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 167404969: {
        if (!isKey(k_search) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextRequestSocket(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 1018205436: {
        if (!isKey(k_remote_address) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 540031429: {
        if (!isKey(k_encrypted) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextMessage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 795307911: {
        if (!isKey(k_headers) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 1;
        break;
      }
      case 3029411: {
        if (!isKey(k_body) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 107944210: {
        if (!isKey(k_queue) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_contextMessageQueue(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 49961831: {
        if (!isKey(k_routing_key) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 96512: {
        if (!isKey(k_age) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_contextMessageAge(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextMessageQueue(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextMessageAge(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3495: {
        if (!isKey(k_ms) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_contextResponse(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 795307911: {
        if (!isKey(k_headers) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 1;
        break;
      }
      case 182042139: {
        if (!isKey(k_status_code) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      case 133503958: {
        if (!isKey(k_transfer_size) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      case 1064726454: {
        if (!isKey(k_decoded_body_size) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 8;
        break;
      }
      case 1044454030: {
        if (!isKey(k_encoded_body_size) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 16;
        break;
      }
      case 400081011: {
        if (!isKey(k_finished) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 32;
        break;
      }
      case 754965682: {
        if (!isKey(k_headers_sent) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 623737648: {
        if (!isKey(k_metadata) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_metadata(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_metadata(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 1037066240: {
        if (!isKey(k_labels) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_metadataService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 94756406: {
        if (!isKey(k_cloud) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metadataCloud(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 186413616: {
        if (!isKey(k_system) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_metadataSystem(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 3599308: {
        if (!isKey(k_user) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_user(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 769743407: {
        if (!isKey(k_network) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = v2_network(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 764223088: {
        if (!isKey(k_process) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = v2_metadataProcess(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function v2_metadataService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 92750598: {
        if (!isKey(k_agent) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_metadataServiceAgent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 987836948: {
        if (!isKey(k_environment) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 546173439: {
        if (!isKey(k_framework) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metadataServiceFramework(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 533893977: {
        if (!isKey(k_language) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_metadataServiceLanguage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!(isName(1024) && isNotEmpty())) return 2;
        set |= 32;
        break;
      }
      case 3386883: {
        if (!isKey(k_node) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = v2_metadataServiceNode(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      case 477220825: {
        if (!isKey(k_runtime) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_metadataServiceRuntime(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 256;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 33) === 33 ? 1 : 2;
}

function v2_metadataServiceAgent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 960628779: {
        if (!isKey(k_activation_method) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 197236478: {
        if (!isKey(k_ephemeral_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!(isText(1024) && isNotEmpty())) return 2;
        set |= 4;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 12) === 12 ? 1 : 2;
}

function v2_metadataServiceFramework(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataServiceLanguage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_metadataServiceNode(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 736620525: {
        if (!isKey(k_configured_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataServiceRuntime(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3) === 3 ? 1 : 2;
}

function v2_metadataCloud(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 970164782: {
        if (!isKey(k_account) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_metadataCloudAccount(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 695330833: {
        if (!isKey(k_availability_zone) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 555127958: {
        if (!isKey(k_instance) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metadataCloudInstance(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 825312328: {
        if (!isKey(k_machine) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_metadataCloudMachine(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 764431130: {
        if (!isKey(k_project) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_metadataCloudProject(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 86246898: {
        if (!isKey(k_provider) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 138946293: {
        if (!isKey(k_region) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = v2_metadataCloudService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 32) === 32 ? 1 : 2;
}

function v2_metadataCloudAccount(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataCloudInstance(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataCloudMachine(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3575611: {
        if (!isKey(k_type) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataCloudProject(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataCloudService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataSystem(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 839674196: {
        if (!isKey(k_architecture) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 367671573: {
        if (!isKey(k_configured_hostname) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 662785154: {
        if (!isKey(k_container) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metadataSystemContainer(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 745515345: {
        if (!isKey(k_detected_hostname) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 773938228: {
        if (!isKey(k_hostname) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 164088647: {
        if (!isKey(k_kubernetes) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = v2_metadataSystemKubernetes(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 800942196: {
        if (!isKey(k_platform) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 24951571: {
        if (!isKey(k_host_id) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataSystemContainer(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataSystemKubernetes(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 178476380: {
        if (!isKey(k_namespace) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3386883: {
        if (!isKey(k_node) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_metadataSystemKubernetesNode(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 111174: {
        if (!isKey(k_pod) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metadataSystemKubernetesPod(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataSystemKubernetesNode(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataSystemKubernetesPod(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 115793: {
        if (!isKey(k_uid) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_network(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 298090207: {
        if (!isKey(k_connection) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_networkConnection(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_networkConnection(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3575611: {
        if (!isKey(k_type) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metadataProcess(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3002593: {
        if (!isKey(k_argv) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isAnyText()) return 2;
          set |= 1;
        }
        if (step < END) return 2;
        break;
      }
      case 110371417: {
        if (!isKey(k_title) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 110988: {
        if (!isKey(k_pid) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      case 3447580: {
        if (!isKey(k_ppid) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 4) === 4 ? 1 : 2;
}

function v2_metricsetRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 499886259: {
        if (!isKey(k_metricset) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_metricset(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_metricset(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 55126295: {
        if (!isKey(k_timestamp) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 1;
        break;
      }
      case 791101450: {
        if (!isKey(k_samples) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        let step = firstName();
        for (; step > END; step = nextName()) {
          if (!isMetricName() || v2_metricsetSampleValue(depth + 2) !== 1) return 2;
          set |= 2;
        }
        if (step < END) return 2;
        break;
      }
      case 3536715: {
        if (!isKey(k_span) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_metricsetSpanRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3552282: {
        if (!isKey(k_tags) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 1067504351: {
        if (!isKey(k_transaction) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_metricsetTransactionRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        noteTransaction();
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = v2_metricsetServiceRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 3135022: {
        if (!isKey(k_faas) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = v2_faas(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function v2_metricsetSampleValue(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3575611: {
        if (!isKey(k_type) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 3594629: {
        if (!isKey(k_unit) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 249928995: {
        if (!isKey(k_values) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isNumber()) return 2;
          set |= 4;
        }
        if (step < END) return 2;
        break;
      }
      case 792908101: {
        if (!isKey(k_counts) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isNatural()) return 2;
          set |= 8;
        }
        if (step < END) return 2;
        break;
      }
      case 111972722: {
        if (!isKey(k_value) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 20) !== 0 && ((set & 8) === 0 || (set & 4) !== 0) && ((set & 4) === 0 || (set & 8) !== 0) ? 1 : 2;
}

function v2_metricsetSpanRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 279915899: {
        if (!isKey(k_subtype) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metricsetTransactionRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_metricsetServiceRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_faas(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 1056508697: {
        if (!isKey(k_execution) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 13850041: {
        if (!isKey(k_trigger) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_trigger(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 351608025: {
        if (!isKey(k_version) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16;
        break;
      }
      case 594134015: {
        if (!isKey(k_coldstart) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 32;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_trigger(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3575611: {
        if (!isKey(k_type) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 37109964: {
        if (!isKey(k_request_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3536715: {
        if (!isKey(k_span) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_span(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_span(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 55126295: {
        if (!isKey(k_timestamp) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 1;
        break;
      }
      case 3421517: {
        if (!isKey(k_otel) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_otel(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 196558422: {
        if (!isKey(k_trace_id) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isTrace(1024)) return 2;
        set |= 8;
        break;
      }
      case 724532791: {
        if (!isKey(k_action) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 1040975699: {
        if (!isKey(k_outcome) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isOutcome()) return 2;
        set |= 64;
        break;
      }
      case 978898198: {
        if (!isKey(k_child_ids) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isText(1024)) return 2;
          set |= 128;
        }
        if (step < END) return 2;
        break;
      }
      case 996585681: {
        if (!isKey(k_parent_id) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 256;
        break;
      }
      case 102977466: {
        if (!isKey(k_links) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_spanLink(depth + 2) !== 1) return 2;
          set |= 512;
        }
        if (step < END) return 2;
        break;
      }
      case 982090686: {
        if (!isKey(k_stacktrace) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 1024;
        }
        if (step < END) return 2;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2048;
        break;
      }
      case 279915899: {
        if (!isKey(k_subtype) || (seen & 4096) !== 0) return 2;
        seen |= 4096;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4096;
        break;
      }
      case 1010584093: {
        if (!isKey(k_transaction_id) || (seen & 8192) !== 0) return 2;
        seen |= 8192;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8192;
        break;
      }
      case 747729544: {
        if (!isKey(k_composite) || (seen & 16384) !== 0) return 2;
        seen |= 16384;
        if (isNull()) break;
        const verdict = v2_spanComposite(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16384;
        break;
      }
      case 951530928: {
        if (!isKey(k_context) || (seen & 32768) !== 0) return 2;
        seen |= 32768;
        if (isNull()) break;
        const verdict = v2_spanContext(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32768;
        break;
      }
      case 109757539: {
        if (!isKey(k_start) || (seen & 65536) !== 0) return 2;
        seen |= 65536;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 65536;
        break;
      }
      case 153193046: {
        if (!isKey(k_sample_rate) || (seen & 131072) !== 0) return 2;
        seen |= 131072;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 131072;
        break;
      }
      case 155471253: {
        if (!isKey(k_duration) || (seen & 262144) !== 0) return 2;
        seen |= 262144;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 262144;
        break;
      }
      case 3545756: {
        if (!isKey(k_sync) || (seen & 524288) !== 0) return 2;
        seen |= 524288;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 524288;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 264492) === 264492 && (set & 65537) !== 0 ? 1 : 2;
}

function v2_otel(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 405645656: {
        if (!isKey(k_attributes) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 429914986: {
        if (!isKey(k_span_kind) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanLink(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 135642673: {
        if (!isKey(k_span_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 196558422: {
        if (!isKey(k_trace_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3) === 3 ? 1 : 2;
}

function v2_spanComposite(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 493989421: {
        if (!isKey(k_compression_strategy) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 94851344: {
        if (!isKey(k_count) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isIntegerFrom(2)) return 2;
        set |= 2;
        break;
      }
      case 114252: {
        if (!isKey(k_sum) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 7) === 7 ? 1 : 2;
}

function v2_spanContext(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3552282: {
        if (!isKey(k_tags) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_contextService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 954925064: {
        if (!isKey(k_message) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_contextMessage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3199: {
        if (!isKey(k_db) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_spanContextDatabase(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 717636623: {
        if (!isKey(k_destination) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_spanContextDestination(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 3213449: {
        if (!isKey(k_http) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = v2_spanContextHTTP(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanContextDatabase(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 555127958: {
        if (!isKey(k_instance) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 3321851: {
        if (!isKey(k_link) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 62335344: {
        if (!isKey(k_statement) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 3599308: {
        if (!isKey(k_user) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16;
        break;
      }
      case 686532123: {
        if (!isKey(k_rows_affected) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 32;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanContextDestination(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 910411446: {
        if (!isKey(k_service) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_spanContextDestinationService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 999791605: {
        if (!isKey(k_address) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3446914: {
        if (!isKey(k_port) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanContextDestinationService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3373708: {
        if (!isKey(k_name) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 732677135: {
        if (!isKey(k_resource) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function v2_spanContextHTTP(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 21951120: {
        if (!isKey(k_request) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_spanContextHTTPRequest(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 1069928674: {
        if (!isKey(k_method) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 116080: {
        if (!isKey(k_url) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 733418562: {
        if (!isKey(k_response) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = v2_spanContextHTTPResponse(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 182042139: {
        if (!isKey(k_status_code) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanContextHTTPRequest(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3029411: {
        if (!isKey(k_body) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnything(depth)) return 2;
        set |= 1;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_spanContextHTTPResponse(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 795307911: {
        if (!isKey(k_headers) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 1;
        break;
      }
      case 1064726454: {
        if (!isKey(k_decoded_body_size) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      case 1044454030: {
        if (!isKey(k_encoded_body_size) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      case 182042139: {
        if (!isKey(k_status_code) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 8;
        break;
      }
      case 133503958: {
        if (!isKey(k_transfer_size) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_transactionRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 1067504351: {
        if (!isKey(k_transaction) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_transaction(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_transaction(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 103666503: {
        if (!isKey(k_marks) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passMarks();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 55126295: {
        if (!isKey(k_timestamp) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 2;
        break;
      }
      case 3421517: {
        if (!isKey(k_otel) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_otel(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 102977466: {
        if (!isKey(k_links) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_spanLink(depth + 2) !== 1) return 2;
          set |= 8;
        }
        if (step < END) return 2;
        break;
      }
      case 196558422: {
        if (!isKey(k_trace_id) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isTrace(1024)) return 2;
        set |= 16;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 996585681: {
        if (!isKey(k_parent_id) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 3373708: {
        if (!isKey(k_name) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 128;
        break;
      }
      case 3575611: {
        if (!isKey(k_type) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 256;
        break;
      }
      case 139315230: {
        if (!isKey(k_result) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 512;
        break;
      }
      case 993529163: {
        if (!isKey(k_dropped_spans_stats) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (v2_transactionDroppedSpanStats(depth + 2) !== 1) return 2;
          set |= 1024;
        }
        if (step < END) return 2;
        break;
      }
      case 1040975699: {
        if (!isKey(k_outcome) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        if (!isOutcome()) return 2;
        set |= 2048;
        break;
      }
      case 3135022: {
        if (!isKey(k_faas) || (seen & 4096) !== 0) return 2;
        seen |= 4096;
        if (isNull()) break;
        const verdict = v2_faas(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4096;
        break;
      }
      case 911245975: {
        if (!isKey(k_session) || (seen & 8192) !== 0) return 2;
        seen |= 8192;
        if (isNull()) break;
        const verdict = v2_transactionSession(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8192;
        break;
      }
      case 951530928: {
        if (!isKey(k_context) || (seen & 16384) !== 0) return 2;
        seen |= 16384;
        if (isNull()) break;
        const verdict = v2_context(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16384;
        break;
      }
      case 988174699: {
        if (!isKey(k_experience) || (seen & 32768) !== 0) return 2;
        seen |= 32768;
        if (isNull()) break;
        const verdict = v2_transactionUserExperience(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32768;
        break;
      }
      case 435260379: {
        if (!isKey(k_span_count) || (seen & 65536) !== 0) return 2;
        seen |= 65536;
        if (isNull()) break;
        const verdict = v2_transactionSpanCount(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 65536;
        break;
      }
      case 153193046: {
        if (!isKey(k_sample_rate) || (seen & 131072) !== 0) return 2;
        seen |= 131072;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 131072;
        break;
      }
      case 155471253: {
        if (!isKey(k_duration) || (seen & 262144) !== 0) return 2;
        seen |= 262144;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 262144;
        break;
      }
      case 791101435: {
        if (!isKey(k_sampled) || (seen & 524288) !== 0) return 2;
        seen |= 524288;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 524288;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 327984) === 327984 ? 1 : 2;
}

function v2_transactionDroppedSpanStats(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 78046826: {
        if (!isKey(k_destination_service_resource) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 35317407: {
        if (!isKey(k_service_target_type) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(512)) return 2;
        set |= 2;
        break;
      }
      case 35115504: {
        if (!isKey(k_service_target_name) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(512)) return 2;
        set |= 4;
        break;
      }
      case 1040975699: {
        if (!isKey(k_outcome) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isOutcome()) return 2;
        set |= 8;
        break;
      }
      case 155471253: {
        if (!isKey(k_duration) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = v2_transactionDroppedSpansDuration(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_transactionDroppedSpansDuration(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 94851344: {
        if (!isKey(k_count) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isIntegerFrom(1)) return 2;
        set |= 1;
        break;
      }
      case 114252: {
        if (!isKey(k_sum) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = v2_transactionDroppedSpansDurationSum(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_transactionDroppedSpansDurationSum(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3743: {
        if (!isKey(k_us) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isIntegerFrom(0)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_transactionSession(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 275806146: {
        if (!isKey(k_sequence) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isIntegerFrom(1)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_transactionUserExperience(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 98603: {
        if (!isKey(k_cls) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 1;
        break;
      }
      case 101378: {
        if (!isKey(k_fid) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 2;
        break;
      }
      case 74014210: {
        if (!isKey(k_longtask) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = v2_longtaskMetrics(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 114631: {
        if (!isKey(k_tbt) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function v2_longtaskMetrics(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 94851344: {
        if (!isKey(k_count) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isIntegerFrom(0)) return 2;
        set |= 1;
        break;
      }
      case 107877: {
        if (!isKey(k_max) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 2;
        break;
      }
      case 114252: {
        if (!isKey(k_sum) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 7) === 7 ? 1 : 2;
}

function v2_transactionSpanCount(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 851994561: {
        if (!isKey(k_dropped) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 1;
        break;
      }
      case 250298498: {
        if (!isKey(k_started) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function v2_logRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 107333: {
        if (!isKey(k_log) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = v2_log(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function v2_log(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 1037066240: {
        if (!isKey(k_labels) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 363163863: {
        if (!isKey(k_$timestamp) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 2;
        break;
      }
      case 910411446: {
        if (!isKey(k_service) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        return 2;
        break;
      }
      case 314627621: {
        if (!isKey(k_service$name) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 82538144: {
        if (!isKey(k_service$version) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 3885147: {
        if (!isKey(k_service$environment) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 616002303: {
        if (!isKey(k_service$node$name) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 96784905: {
        if (!isKey(k_error) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        return 2;
        break;
      }
      case 517208929: {
        if (!isKey(k_error$type) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 256;
        break;
      }
      case 710367778: {
        if (!isKey(k_error$message) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 512;
        break;
      }
      case 68341225: {
        if (!isKey(k_error$stack_trace) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1024;
        break;
      }
      case 96891547: {
        if (!isKey(k_event) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        return 2;
        break;
      }
      case 182123813: {
        if (!isKey(k_event$dataset) || (seen & 4096) !== 0) return 2;
        seen |= 4096;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4096;
        break;
      }
      case 764223088: {
        if (!isKey(k_process) || (seen & 8192) !== 0) return 2;
        seen |= 8192;
        if (isNull()) break;
        return 2;
        break;
      }
      case 435127025: {
        if (!isKey(k_process$thread$name) || (seen & 16384) !== 0) return 2;
        seen |= 16384;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16384;
        break;
      }
      case 196511333: {
        if (!isKey(k_trace$id) || (seen & 32768) !== 0) return 2;
        seen |= 32768;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32768;
        break;
      }
      case 1010537004: {
        if (!isKey(k_transaction$id) || (seen & 65536) !== 0) return 2;
        seen |= 65536;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 65536;
        break;
      }
      case 135595584: {
        if (!isKey(k_span$id) || (seen & 131072) !== 0) return 2;
        seen |= 131072;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 131072;
        break;
      }
      case 954925064: {
        if (!isKey(k_message) || (seen & 262144) !== 0) return 2;
        seen |= 262144;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 262144;
        break;
      }
      case 3135022: {
        if (!isKey(k_faas) || (seen & 524288) !== 0) return 2;
        seen |= 524288;
        if (isNull()) break;
        const verdict = v2_faas(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 524288;
        break;
      }
      case 107333: {
        if (!isKey(k_log) || (seen & 1048576) !== 0) return 2;
        seen |= 1048576;
        if (isNull()) break;
        return 2;
        break;
      }
      case 885237851: {
        if (!isKey(k_log$level) || (seen & 2097152) !== 0) return 2;
        seen |= 2097152;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2097152;
        break;
      }
      case 607617915: {
        if (!isKey(k_log$logger) || (seen & 4194304) !== 0) return 2;
        seen |= 4194304;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4194304;
        break;
      }
      case 489441376: {
        if (!isKey(k_log$origin$file$name) || (seen & 8388608) !== 0) return 2;
        seen |= 8388608;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8388608;
        break;
      }
      case 851827447: {
        if (!isKey(k_log$origin$function) || (seen & 16777216) !== 0) return 2;
        seen |= 16777216;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16777216;
        break;
      }
      case 489389513: {
        if (!isKey(k_log$origin$file$line) || (seen & 33554432) !== 0) return 2;
        seen |= 33554432;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 33554432;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_errorRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 102: {
        if (!isKey(k_e) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_errorEvent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_errorEvent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 55126295: {
        if (!isKey(k_timestamp) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isOwnMoment()) return 2;
        set |= 1;
        break;
      }
      case 107333: {
        if (!isKey(k_log) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = rumv3_errorLog(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 3178: {
        if (!isKey(k_cl) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 110988: {
        if (!isKey(k_pid) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 114832: {
        if (!isKey(k_tid) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isTrace(1024)) return 2;
        set |= 32;
        break;
      }
      case 118676: {
        if (!isKey(k_xid) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 3252: {
        if (!isKey(k_ex) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = rumv3_errorException(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 121: {
        if (!isKey(k_x) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        const verdict = rumv3_errorTransactionRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 256;
        break;
      }
      case 100: {
        if (!isKey(k_c) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        const verdict = rumv3_context(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 512;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 8) === 8 && (set & 130) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 80) === 0 || (set & 32) !== 0) ? 1 : 2;
}

function rumv3_errorLog(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3467: {
        if (!isKey(k_lv) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3459: {
        if (!isKey(k_ln) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3483: {
        if (!isKey(k_mg) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 111115: {
        if (!isKey(k_pmg) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 3682: {
        if (!isKey(k_st) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 16;
        }
        if (step < END) return 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 4) === 4 ? 1 : 2;
}

function rumv3_stacktraceFrame(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3120: {
        if (!isKey(k_ap) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 3180: {
        if (!isKey(k_cn) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 98593: {
        if (!isKey(k_cli) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 4;
        break;
      }
      case 103: {
        if (!isKey(k_f) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 3273: {
        if (!isKey(k_fn) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 16;
        break;
      }
      case 3491: {
        if (!isKey(k_mo) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 32;
        break;
      }
      case 111173: {
        if (!isKey(k_poc) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isAnyText()) return 2;
          set |= 64;
        }
        if (step < END) return 2;
        break;
      }
      case 111266: {
        if (!isKey(k_prc) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (!isAnyText()) return 2;
          set |= 128;
        }
        if (step < END) return 2;
        break;
      }
      case 3181: {
        if (!isKey(k_co) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 256;
        break;
      }
      case 3454: {
        if (!isKey(k_li) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 512;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 8) === 8 ? 1 : 2;
}

function rumv3_errorException(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3124: {
        if (!isKey(k_at) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3170: {
        if (!isKey(k_cd) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!(isTextNext() ? isText(1024) : isInteger())) return 2;
        set |= 2;
        break;
      }
      case 3167: {
        if (!isKey(k_ca) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_errorException(depth + 2) !== 1) return 2;
          set |= 4;
        }
        if (step < END) return 2;
        break;
      }
      case 3483: {
        if (!isKey(k_mg) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 8;
        break;
      }
      case 3491: {
        if (!isKey(k_mo) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 3682: {
        if (!isKey(k_st) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 32;
        }
        if (step < END) return 2;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 3325: {
        if (!isKey(k_hd) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 128;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 72) !== 0 ? 1 : 2;
}

function rumv3_errorTransactionRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3675: {
        if (!isKey(k_sm) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_context(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3187: {
        if (!isKey(k_cu) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 104: {
        if (!isKey(k_g) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 3667: {
        if (!isKey(k_se) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_contextService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 118: {
        if (!isKey(k_u) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_user(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 114: {
        if (!isKey(k_q) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        const verdict = rumv3_contextRequest(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 16;
        break;
      }
      case 113: {
        if (!isKey(k_p) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = rumv3_contextPage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 115: {
        if (!isKey(k_r) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        const verdict = rumv3_contextResponse(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 98: {
        if (!isKey(k_a) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_contextServiceAgent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3242: {
        if (!isKey(k_en) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3282: {
        if (!isKey(k_fw) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_contextServiceFramework(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3446: {
        if (!isKey(k_la) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_contextServiceLanguage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 111: {
        if (!isKey(k_n) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isName(1024)) return 2;
        set |= 16;
        break;
      }
      case 3652: {
        if (!isKey(k_ru) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = rumv3_contextServiceRuntime(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextServiceAgent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextServiceFramework(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextServiceLanguage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextServiceRuntime(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_user(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3728: {
        if (!isKey(k_ud) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!(isTextNext() ? isText(1024) : isInteger())) return 2;
        set |= 2;
        break;
      }
      case 3241: {
        if (!isKey(k_em) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 3738: {
        if (!isKey(k_un) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextRequest(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3242: {
        if (!isKey(k_en) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passFree(depth);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3326: {
        if (!isKey(k_he) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 2;
        break;
      }
      case 103704: {
        if (!isKey(k_hve) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 3496: {
        if (!isKey(k_mt) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 8) === 8 ? 1 : 2;
}

function rumv3_contextPage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3637: {
        if (!isKey(k_rf) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 116080: {
        if (!isKey(k_url) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_contextResponse(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3326: {
        if (!isKey(k_he) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isHeaders()) return 2;
        set |= 1;
        break;
      }
      case 99254: {
        if (!isKey(k_dbs) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      case 100215: {
        if (!isKey(k_ebs) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      case 3665: {
        if (!isKey(k_sc) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 8;
        break;
      }
      case 3712: {
        if (!isKey(k_ts) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 16;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_metadataRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 110: {
        if (!isKey(k_m) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_metadata(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_metadata(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 109: {
        if (!isKey(k_l) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3667: {
        if (!isKey(k_se) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = rumv3_metadataService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 118: {
        if (!isKey(k_u) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_user(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 111: {
        if (!isKey(k_n) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_network(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function rumv3_metadataService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 98: {
        if (!isKey(k_a) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_metadataServiceAgent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3242: {
        if (!isKey(k_en) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3282: {
        if (!isKey(k_fw) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_metadataServiceFramework(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3446: {
        if (!isKey(k_la) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_metadataServiceLanguage(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      case 111: {
        if (!isKey(k_n) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!(isName(1024) && isNotEmpty())) return 2;
        set |= 16;
        break;
      }
      case 3652: {
        if (!isKey(k_ru) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        const verdict = rumv3_metadataServiceRuntime(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 32;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 17) === 17 ? 1 : 2;
}

function rumv3_metadataServiceAgent(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!(isText(1024) && isNotEmpty())) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3) === 3 ? 1 : 2;
}

function rumv3_metadataServiceFramework(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_metadataServiceLanguage(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_metadataServiceRuntime(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3760: {
        if (!isKey(k_ve) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3) === 3 ? 1 : 2;
}

function rumv3_network(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 100: {
        if (!isKey(k_c) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_networkConnection(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_networkConnection(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 117: {
        if (!isKey(k_t) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_transactionRoot(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 121: {
        if (!isKey(k_x) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_transaction(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_transaction(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 108: {
        if (!isKey(k_k) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passMarks();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 114832: {
        if (!isKey(k_tid) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isTrace(1024)) return 2;
        set |= 2;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 122: {
        if (!isKey(k_y) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_span(depth + 2) !== 1) return 2;
          set |= 8;
        }
        if (step < END) return 2;
        break;
      }
      case 3481: {
        if (!isKey(k_me) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_transactionMetricset(depth + 2) !== 1) return 2;
          set |= 16;
        }
        if (step < END) return 2;
        break;
      }
      case 3651: {
        if (!isKey(k_rt) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 64;
        break;
      }
      case 111: {
        if (!isKey(k_n) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 128;
        break;
      }
      case 112: {
        if (!isKey(k_o) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isOutcome()) return 2;
        set |= 256;
        break;
      }
      case 110988: {
        if (!isKey(k_pid) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 512;
        break;
      }
      case 113762: {
        if (!isKey(k_ses) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        const verdict = rumv3_transactionSession(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1024;
        break;
      }
      case 100: {
        if (!isKey(k_c) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        const verdict = rumv3_context(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2048;
        break;
      }
      case 100894: {
        if (!isKey(k_exp) || (seen & 4096) !== 0) return 2;
        seen |= 4096;
        if (isNull()) break;
        const verdict = rumv3_transactionUserExperience(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4096;
        break;
      }
      case 3851: {
        if (!isKey(k_yc) || (seen & 8192) !== 0) return 2;
        seen |= 8192;
        if (isNull()) break;
        const verdict = rumv3_transactionSpanCount(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8192;
        break;
      }
      case 3680: {
        if (!isKey(k_sr) || (seen & 16384) !== 0) return 2;
        seen |= 16384;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 16384;
        break;
      }
      case 101: {
        if (!isKey(k_d) || (seen & 32768) !== 0) return 2;
        seen |= 32768;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 32768;
        break;
      }
      case 3675: {
        if (!isKey(k_sm) || (seen & 65536) !== 0) return 2;
        seen |= 65536;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 65536;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 41030) === 41030 ? 1 : 2;
}

function rumv3_span(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3682: {
        if (!isKey(k_st) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        let step = firstElement();
        for (; step > END; step = nextElement()) {
          if (rumv3_stacktraceFrame(depth + 2) !== 1) return 2;
          set |= 2;
        }
        if (step < END) return 2;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      case 3683: {
        if (!isKey(k_su) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 8;
        break;
      }
      case 3107: {
        if (!isKey(k_ac) || (seen & 16) !== 0) return 2;
        seen |= 16;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 16;
        break;
      }
      case 3356: {
        if (!isKey(k_id) || (seen & 32) !== 0) return 2;
        seen |= 32;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 32;
        break;
      }
      case 112: {
        if (!isKey(k_o) || (seen & 64) !== 0) return 2;
        seen |= 64;
        if (isNull()) break;
        if (!isOutcome()) return 2;
        set |= 64;
        break;
      }
      case 100: {
        if (!isKey(k_c) || (seen & 128) !== 0) return 2;
        seen |= 128;
        if (isNull()) break;
        const verdict = rumv3_spanContext(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 128;
        break;
      }
      case 3578: {
        if (!isKey(k_pi) || (seen & 256) !== 0) return 2;
        seen |= 256;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 256;
        break;
      }
      case 3680: {
        if (!isKey(k_sr) || (seen & 512) !== 0) return 2;
        seen |= 512;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 512;
        break;
      }
      case 116: {
        if (!isKey(k_s) || (seen & 1024) !== 0) return 2;
        seen |= 1024;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 1024;
        break;
      }
      case 101: {
        if (!isKey(k_d) || (seen & 2048) !== 0) return 2;
        seen |= 2048;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 2048;
        break;
      }
      case 3687: {
        if (!isKey(k_sy) || (seen & 4096) !== 0) return 2;
        seen |= 4096;
        if (isNull()) break;
        if (!isFlag()) return 2;
        set |= 4096;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 3109) === 3109 ? 1 : 2;
}

function rumv3_spanContext(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 104: {
        if (!isKey(k_g) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = passLabels();
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3667: {
        if (!isKey(k_se) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = rumv3_spanContextService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      case 3217: {
        if (!isKey(k_dt) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_spanContextDestination(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 105: {
        if (!isKey(k_h) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_spanContextHTTP(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_spanContextService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 98: {
        if (!isKey(k_a) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_contextServiceAgent(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 111: {
        if (!isKey(k_n) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isName(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_spanContextDestination(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3667: {
        if (!isKey(k_se) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_spanContextDestinationService(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3108: {
        if (!isKey(k_ad) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 3584: {
        if (!isKey(k_po) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_spanContextDestinationService(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 111: {
        if (!isKey(k_n) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 3634: {
        if (!isKey(k_rc) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function rumv3_spanContextHTTP(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3496: {
        if (!isKey(k_mt) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 116080: {
        if (!isKey(k_url) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 2;
        break;
      }
      case 115: {
        if (!isKey(k_r) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        const verdict = rumv3_spanContextHTTPResponse(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 4;
        break;
      }
      case 3665: {
        if (!isKey(k_sc) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_spanContextHTTPResponse(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 99254: {
        if (!isKey(k_dbs) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 1;
        break;
      }
      case 100215: {
        if (!isKey(k_ebs) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      case 3712: {
        if (!isKey(k_ts) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_transactionMetricset(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 122: {
        if (!isKey(k_y) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_metricsetSpanRef(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 3663: {
        if (!isKey(k_sa) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = rumv3_transactionMetricsetSamples(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

function rumv3_metricsetSpanRef(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3683: {
        if (!isKey(k_su) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 1;
        break;
      }
      case 117: {
        if (!isKey(k_t) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isText(1024)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_transactionMetricsetSamples(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 119946: {
        if (!isKey(k_ysc) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        const verdict = rumv3_metricsetSampleValue(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 119962: {
        if (!isKey(k_yss) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        const verdict = rumv3_metricsetSampleValue(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_metricsetSampleValue(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 119: {
        if (!isKey(k_v) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isNumber()) return 2;
        set |= 1;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_transactionSession(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3356: {
        if (!isKey(k_id) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isAnyText()) return 2;
        set |= 1;
        break;
      }
      case 113760: {
        if (!isKey(k_seq) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isIntegerFrom(1)) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 1) === 1 ? 1 : 2;
}

function rumv3_transactionUserExperience(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 98603: {
        if (!isKey(k_cls) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 1;
        break;
      }
      case 101378: {
        if (!isKey(k_fid) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 2;
        break;
      }
      case 114631: {
        if (!isKey(k_tbt) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 4;
        break;
      }
      case 3465: {
        if (!isKey(k_lt) || (seen & 8) !== 0) return 2;
        seen |= 8;
        if (isNull()) break;
        const verdict = rumv3_longtaskMetrics(depth + 1);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 8;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : true ? 1 : 2;
}

function rumv3_longtaskMetrics(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 94851344: {
        if (!isKey(k_count) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isIntegerFrom(0)) return 2;
        set |= 1;
        break;
      }
      case 107877: {
        if (!isKey(k_max) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 2;
        break;
      }
      case 114252: {
        if (!isKey(k_sum) || (seen & 4) !== 0) return 2;
        seen |= 4;
        if (isNull()) break;
        if (!isNumberFromZero()) return 2;
        set |= 4;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 7) === 7 ? 1 : 2;
}

function rumv3_transactionSpanCount(depth: number): Verdict {
  if (isTooDeep(depth)) return 2;
  let seen = 0;
  let set = 0;
  let sign = firstKey();
  for (; sign > END; sign = nextKey()) {
    switch (sign) {
      case 3201: {
        if (!isKey(k_dd) || (seen & 1) !== 0) return 2;
        seen |= 1;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 1;
        break;
      }
      case 3666: {
        if (!isKey(k_sd) || (seen & 2) !== 0) return 2;
        seen |= 2;
        if (isNull()) break;
        if (!isInteger()) return 2;
        set |= 2;
        break;
      }
      default:
        if (mayBeInOtherCase() || !passValue(depth)) return 2;
    }
  }
  if (sign < END) return 2;
  return set === 0 ? 0 : (set & 2) === 2 ? 1 : 2;
}

/** By the key that opens a line, the scan of its whole object. */
export const SCANS: ReadonlyMap<string, (depth: number) => Verdict> = new Map([
  ['error', v2_errorRoot],
  ['metadata', v2_metadataRoot],
  ['metricset', v2_metricsetRoot],
  ['span', v2_spanRoot],
  ['transaction', v2_transactionRoot],
  ['log', v2_logRoot],
  ['e', rumv3_errorRoot],
  ['m', rumv3_metadataRoot],
  ['x', rumv3_transactionRoot],
]);
