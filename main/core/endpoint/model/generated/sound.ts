/* Written by `npm run generate` from the rules of the event model (../rules-v2.ts, ../rules-rum-v3.ts). Not to be edited. */

import { areMarks } from '../../decode/marks.ts';
import {
  areHeaders,
  areLabels,
  type Fields,
  isInOtherCase,
  isMoment,
  isNotEmpty,
  isRecord,
  lowerKey,
  type Verdict,
} from '../sound-parts.ts';

const v2_errorRoot_keys: ReadonlySet<string> = new Set(['error']);
function v2_errorRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'error':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_errorEvent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_errorRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_errorEvent_keys: ReadonlySet<string> = new Set(['timestamp', 'log', 'culprit', 'id', 'parent_id', 'trace_id', 'transaction_id', 'exception', 'transaction', 'context']);
function v2_errorEvent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 1;
        break;
      }
      case 'log':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_errorLog(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 5;
        break;
      }
      case 'culprit':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'parent_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 17;
        break;
      }
      case 'trace_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 65;
        break;
      }
      case 'transaction_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 33;
        break;
      }
      case 'exception':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_errorException(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'transaction':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_errorTransactionRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'context':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_context(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_errorEvent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 8) === 8 && (set & 6) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 48) === 0 || (set & 64) !== 0) ? 1 : 2;
}

const v2_errorLog_keys: ReadonlySet<string> = new Set(['level', 'logger_name', 'message', 'param_message', 'stacktrace']);
function v2_errorLog(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'level':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'logger_name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'message':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'param_message':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'stacktrace':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_errorLog_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_stacktraceFrame_keys: ReadonlySet<string> = new Set(['vars', 'filename', 'abs_path', 'classname', 'context_line', 'function', 'module', 'post_context', 'pre_context', 'lineno', 'colno', 'library_frame']);
function v2_stacktraceFrame(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'vars':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'filename':
      {
        if (typeof value !== 'string') return 2;
        set |= 5;
        break;
      }
      case 'abs_path':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'classname':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'context_line':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'function':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'module':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'post_context':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string') return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'pre_context':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string') return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'lineno':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'colno':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'library_frame':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_stacktraceFrame_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) !== 0 ? 1 : 2;
}

const v2_errorException_keys: ReadonlySet<string> = new Set(['attributes', 'code', 'cause', 'stacktrace', 'message', 'module', 'type', 'handled']);
function v2_errorException(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'attributes':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'code':
      {
        if (!((typeof value === 'string' && !(value.length > 1024)) || (Number.isSafeInteger(value)))) return 2;
        set |= 1;
        break;
      }
      case 'cause':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_errorException(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'stacktrace':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'message':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'module':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      case 'handled':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_errorException_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) !== 0 ? 1 : 2;
}

const v2_errorTransactionRef_keys: ReadonlySet<string> = new Set(['name', 'type', 'sampled']);
function v2_errorTransactionRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'sampled':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_errorTransactionRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_context_keys: ReadonlySet<string> = new Set(['custom', 'tags', 'service', 'cloud', 'user', 'page', 'request', 'message', 'response']);
function v2_context(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'custom':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'tags':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'cloud':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextCloud(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'user':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_user(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'page':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextPage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'request':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextRequest(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'message':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextMessage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'response':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextResponse(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_context_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextService_keys: ReadonlySet<string> = new Set(['agent', 'environment', 'framework', 'id', 'language', 'name', 'node', 'origin', 'runtime', 'target', 'version']);
function v2_contextService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'agent':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceAgent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'environment':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'framework':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceFramework(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'language':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceLanguage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024 || !/^[a-zA-Z0-9 _-]*$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'node':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceNode(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'origin':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceOrigin(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'runtime':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceRuntime(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'target':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextServiceTarget(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceAgent_keys: ReadonlySet<string> = new Set(['ephemeral_id', 'name', 'version']);
function v2_contextServiceAgent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'ephemeral_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceAgent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceFramework_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_contextServiceFramework(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceFramework_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceLanguage_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_contextServiceLanguage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceLanguage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceNode_keys: ReadonlySet<string> = new Set(['configured_name']);
function v2_contextServiceNode(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'configured_name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceNode_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceOrigin_keys: ReadonlySet<string> = new Set(['id', 'name', 'version']);
function v2_contextServiceOrigin(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceOrigin_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceRuntime_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_contextServiceRuntime(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceRuntime_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextServiceTarget_keys: ReadonlySet<string> = new Set(['name', 'type']);
function v2_contextServiceTarget(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string') return 2;
        set |= 5;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextServiceTarget_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) !== 0 ? 1 : 2;
}

const v2_contextCloud_keys: ReadonlySet<string> = new Set(['origin']);
function v2_contextCloud(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'origin':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextCloudOrigin(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextCloud_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextCloudOrigin_keys: ReadonlySet<string> = new Set(['account', 'provider', 'region', 'service']);
function v2_contextCloudOrigin(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'account':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextCloudOriginAccount(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'provider':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'region':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextCloudOriginService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextCloudOrigin_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextCloudOriginAccount_keys: ReadonlySet<string> = new Set(['id']);
function v2_contextCloudOriginAccount(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextCloudOriginAccount_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextCloudOriginService_keys: ReadonlySet<string> = new Set(['name']);
function v2_contextCloudOriginService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextCloudOriginService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_user_keys: ReadonlySet<string> = new Set(['domain', 'id', 'email', 'username']);
function v2_user(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'domain':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (!((typeof value === 'string' && !(value.length > 1024)) || (Number.isSafeInteger(value)))) return 2;
        set |= 1;
        break;
      }
      case 'email':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'username':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_user_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextPage_keys: ReadonlySet<string> = new Set(['referer', 'url']);
function v2_contextPage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'referer':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'url':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextPage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextRequest_keys: ReadonlySet<string> = new Set(['cookies', 'env', 'body', 'headers', 'url', 'http_version', 'method', 'socket']);
function v2_contextRequest(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'cookies':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'env':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'body':
      {
        if (!((typeof value === 'string') || (isRecord(value)))) return 2;
        set |= 1;
        break;
      }
      case 'headers':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'url':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextRequestURL(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'http_version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'method':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'socket':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextRequestSocket(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextRequest_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_contextRequestURL_keys: ReadonlySet<string> = new Set(['port', 'full', 'hash', 'hostname', 'pathname', 'protocol', 'raw', 'search']);
function v2_contextRequestURL(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'port':
      {
        if (!((typeof value === 'string' && !(value.length > 1024) && !(!/^[+-]?\d{1,18}$/.test(value))) || (Number.isSafeInteger(value)))) return 2;
        set |= 1;
        break;
      }
      case 'full':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'hash':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'hostname':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'pathname':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'protocol':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'raw':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'search':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextRequestURL_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextRequestSocket_keys: ReadonlySet<string> = new Set(['remote_address', 'encrypted']);
function v2_contextRequestSocket(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'remote_address':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'encrypted':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextRequestSocket_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextMessage_keys: ReadonlySet<string> = new Set(['headers', 'body', 'queue', 'routing_key', 'age']);
function v2_contextMessage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'headers':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'body':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'queue':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextMessageQueue(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'routing_key':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'age':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextMessageAge(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextMessage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextMessageQueue_keys: ReadonlySet<string> = new Set(['name']);
function v2_contextMessageQueue(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextMessageQueue_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextMessageAge_keys: ReadonlySet<string> = new Set(['ms']);
function v2_contextMessageAge(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'ms':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextMessageAge_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_contextResponse_keys: ReadonlySet<string> = new Set(['headers', 'status_code', 'transfer_size', 'decoded_body_size', 'encoded_body_size', 'finished', 'headers_sent']);
function v2_contextResponse(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'headers':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'status_code':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'transfer_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'decoded_body_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'encoded_body_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'finished':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      case 'headers_sent':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_contextResponse_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataRoot_keys: ReadonlySet<string> = new Set(['metadata']);
function v2_metadataRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'metadata':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadata(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metadata_keys: ReadonlySet<string> = new Set(['labels', 'service', 'cloud', 'system', 'user', 'network', 'process']);
function v2_metadata(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'labels':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'cloud':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloud(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'system':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataSystem(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'user':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_user(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'network':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_network(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'process':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataProcess(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadata_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metadataService_keys: ReadonlySet<string> = new Set(['agent', 'environment', 'framework', 'id', 'language', 'name', 'node', 'runtime', 'version']);
function v2_metadataService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'agent':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataServiceAgent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'environment':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'framework':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataServiceFramework(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'language':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataServiceLanguage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024 || value.length < 1 || !/^[a-zA-Z0-9 _-]*$/.test(value)) return 2;
        set |= 5;
        break;
      }
      case 'node':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataServiceNode(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'runtime':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataServiceRuntime(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const v2_metadataServiceAgent_keys: ReadonlySet<string> = new Set(['activation_method', 'ephemeral_id', 'name', 'version']);
function v2_metadataServiceAgent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'activation_method':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'ephemeral_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024 || value.length < 1) return 2;
        set |= 3;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataServiceAgent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const v2_metadataServiceFramework_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_metadataServiceFramework(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataServiceFramework_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataServiceLanguage_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_metadataServiceLanguage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataServiceLanguage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metadataServiceNode_keys: ReadonlySet<string> = new Set(['configured_name']);
function v2_metadataServiceNode(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'configured_name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataServiceNode_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataServiceRuntime_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_metadataServiceRuntime(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataServiceRuntime_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const v2_metadataCloud_keys: ReadonlySet<string> = new Set(['account', 'availability_zone', 'instance', 'machine', 'project', 'provider', 'region', 'service']);
function v2_metadataCloud(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'account':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloudAccount(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'availability_zone':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'instance':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloudInstance(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'machine':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloudMachine(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'project':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloudProject(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'provider':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'region':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataCloudService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloud_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metadataCloudAccount_keys: ReadonlySet<string> = new Set(['id', 'name']);
function v2_metadataCloudAccount(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloudAccount_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataCloudInstance_keys: ReadonlySet<string> = new Set(['id', 'name']);
function v2_metadataCloudInstance(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloudInstance_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataCloudMachine_keys: ReadonlySet<string> = new Set(['type']);
function v2_metadataCloudMachine(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloudMachine_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataCloudProject_keys: ReadonlySet<string> = new Set(['id', 'name']);
function v2_metadataCloudProject(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloudProject_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataCloudService_keys: ReadonlySet<string> = new Set(['name']);
function v2_metadataCloudService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataCloudService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataSystem_keys: ReadonlySet<string> = new Set(['architecture', 'configured_hostname', 'container', 'detected_hostname', 'hostname', 'kubernetes', 'platform', 'host_id']);
function v2_metadataSystem(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'architecture':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'configured_hostname':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'container':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataSystemContainer(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'detected_hostname':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'hostname':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'kubernetes':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataSystemKubernetes(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'platform':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'host_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataSystem_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataSystemContainer_keys: ReadonlySet<string> = new Set(['id']);
function v2_metadataSystemContainer(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataSystemContainer_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataSystemKubernetes_keys: ReadonlySet<string> = new Set(['namespace', 'node', 'pod']);
function v2_metadataSystemKubernetes(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'namespace':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'node':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataSystemKubernetesNode(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'pod':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metadataSystemKubernetesPod(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataSystemKubernetes_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataSystemKubernetesNode_keys: ReadonlySet<string> = new Set(['name']);
function v2_metadataSystemKubernetesNode(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataSystemKubernetesNode_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataSystemKubernetesPod_keys: ReadonlySet<string> = new Set(['name', 'uid']);
function v2_metadataSystemKubernetesPod(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'uid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataSystemKubernetesPod_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_network_keys: ReadonlySet<string> = new Set(['connection']);
function v2_network(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'connection':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_networkConnection(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_network_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_networkConnection_keys: ReadonlySet<string> = new Set(['type']);
function v2_networkConnection(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_networkConnection_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metadataProcess_keys: ReadonlySet<string> = new Set(['argv', 'title', 'pid', 'ppid']);
function v2_metadataProcess(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'argv':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string') return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'title':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'pid':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 3;
        break;
      }
      case 'ppid':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metadataProcess_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metricsetRoot_keys: ReadonlySet<string> = new Set(['metricset']);
function v2_metricsetRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'metricset':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metricset(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricsetRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metricset_keys: ReadonlySet<string> = new Set(['timestamp', 'samples', 'span', 'tags', 'transaction', 'service', 'faas']);
function v2_metricset(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 1;
        break;
      }
      case 'samples':
      {
        if (!isRecord(value)) return 2;
        for (const name in value) {
          const element = value[name];
          if (/[*"]/.test(name)) return 2;
          if (!isRecord(element) || v2_metricsetSampleValue(element) !== 1) return 2;
          set |= 3;
        }
        break;
      }
      case 'span':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metricsetSpanRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'tags':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'transaction':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metricsetTransactionRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_metricsetServiceRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'faas':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_faas(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricset_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_metricsetSampleValue_keys: ReadonlySet<string> = new Set(['type', 'unit', 'values', 'counts', 'value']);
function v2_metricsetSampleValue(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'type':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'unit':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'values':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'number' || !Number.isFinite(element)) return 2;
        }
        if (value.length > 0) set |= 5;
        break;
      }
      case 'counts':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'number' || !Number.isSafeInteger(element) || element < 0 || Object.is(element, -0)) return 2;
        }
        if (value.length > 0) set |= 9;
        break;
      }
      case 'value':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricsetSampleValue_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) !== 0 && ((set & 8) === 0 || (set & 4) !== 0) && ((set & 4) === 0 || (set & 8) !== 0) ? 1 : 2;
}

const v2_metricsetSpanRef_keys: ReadonlySet<string> = new Set(['subtype', 'type']);
function v2_metricsetSpanRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'subtype':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricsetSpanRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metricsetTransactionRef_keys: ReadonlySet<string> = new Set(['name', 'type']);
function v2_metricsetTransactionRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricsetTransactionRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_metricsetServiceRef_keys: ReadonlySet<string> = new Set(['name', 'version']);
function v2_metricsetServiceRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_metricsetServiceRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_faas_keys: ReadonlySet<string> = new Set(['id', 'execution', 'trigger', 'name', 'version', 'coldstart']);
function v2_faas(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'execution':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'trigger':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_trigger(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'version':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'coldstart':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_faas_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_trigger_keys: ReadonlySet<string> = new Set(['type', 'request_id']);
function v2_trigger(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'type':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'request_id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_trigger_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanRoot_keys: ReadonlySet<string> = new Set(['span']);
function v2_spanRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'span':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_span(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_span_keys: ReadonlySet<string> = new Set(['timestamp', 'otel', 'id', 'trace_id', 'action', 'name', 'outcome', 'child_ids', 'parent_id', 'links', 'stacktrace', 'type', 'subtype', 'transaction_id', 'composite', 'context', 'start', 'sample_rate', 'duration', 'sync']);
function v2_span(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 5;
        break;
      }
      case 'otel':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_otel(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'trace_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 17;
        break;
      }
      case 'action':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 33;
        break;
      }
      case 'outcome':
      {
        if (typeof value !== 'string' || !/^(?:|success|failure|unknown)$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'child_ids':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string' || element.length > 1024) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'parent_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 65;
        break;
      }
      case 'links':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_spanLink(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'stacktrace':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 129;
        break;
      }
      case 'subtype':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'transaction_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'composite':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanComposite(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'context':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContext(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'start':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 3;
        break;
      }
      case 'sample_rate':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 1;
        break;
      }
      case 'duration':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 257;
        break;
      }
      case 'sync':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_span_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 504) === 504 && (set & 6) !== 0 ? 1 : 2;
}

const v2_otel_keys: ReadonlySet<string> = new Set(['attributes', 'span_kind']);
function v2_otel(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'attributes':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'span_kind':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_otel_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanLink_keys: ReadonlySet<string> = new Set(['span_id', 'trace_id']);
function v2_spanLink(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'span_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'trace_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanLink_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const v2_spanComposite_keys: ReadonlySet<string> = new Set(['compression_strategy', 'count', 'sum']);
function v2_spanComposite(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'compression_strategy':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'count':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 2) return 2;
        set |= 5;
        break;
      }
      case 'sum':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 9;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanComposite_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 14) === 14 ? 1 : 2;
}

const v2_spanContext_keys: ReadonlySet<string> = new Set(['tags', 'service', 'message', 'db', 'destination', 'http']);
function v2_spanContext(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'tags':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'message':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_contextMessage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'db':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextDatabase(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'destination':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextDestination(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'http':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextHTTP(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContext_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanContextDatabase_keys: ReadonlySet<string> = new Set(['instance', 'link', 'statement', 'type', 'user', 'rows_affected']);
function v2_spanContextDatabase(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'instance':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'link':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'statement':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'user':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'rows_affected':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextDatabase_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanContextDestination_keys: ReadonlySet<string> = new Set(['service', 'address', 'port']);
function v2_spanContextDestination(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'service':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextDestinationService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'address':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'port':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextDestination_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanContextDestinationService_keys: ReadonlySet<string> = new Set(['name', 'resource', 'type']);
function v2_spanContextDestinationService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'resource':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextDestinationService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_spanContextHTTP_keys: ReadonlySet<string> = new Set(['request', 'method', 'url', 'response', 'status_code']);
function v2_spanContextHTTP(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'request':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextHTTPRequest(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'method':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'url':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'response':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_spanContextHTTPResponse(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'status_code':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextHTTP_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanContextHTTPRequest_keys: ReadonlySet<string> = new Set(['body', 'id']);
function v2_spanContextHTTPRequest(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'body':
      {
        set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextHTTPRequest_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_spanContextHTTPResponse_keys: ReadonlySet<string> = new Set(['headers', 'decoded_body_size', 'encoded_body_size', 'status_code', 'transfer_size']);
function v2_spanContextHTTPResponse(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'headers':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'decoded_body_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'encoded_body_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'status_code':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'transfer_size':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_spanContextHTTPResponse_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_transactionRoot_keys: ReadonlySet<string> = new Set(['transaction']);
function v2_transactionRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'transaction':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transaction(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_transaction_keys: ReadonlySet<string> = new Set(['marks', 'timestamp', 'otel', 'links', 'trace_id', 'id', 'parent_id', 'name', 'type', 'result', 'dropped_spans_stats', 'outcome', 'faas', 'session', 'context', 'experience', 'span_count', 'sample_rate', 'duration', 'sampled']);
function v2_transaction(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'marks':
      {
        if (!isRecord(value) || !areMarks(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 1;
        break;
      }
      case 'otel':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_otel(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'links':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_spanLink(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'trace_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      case 'parent_id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'type':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'result':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'dropped_spans_stats':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || v2_transactionDroppedSpanStats(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'outcome':
      {
        if (typeof value !== 'string' || !/^(?:|success|failure|unknown)$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'faas':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_faas(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'session':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transactionSession(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'context':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_context(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'experience':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transactionUserExperience(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'span_count':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transactionSpanCount(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 17;
        break;
      }
      case 'sample_rate':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 1;
        break;
      }
      case 'duration':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 33;
        break;
      }
      case 'sampled':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transaction_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 62) === 62 ? 1 : 2;
}

const v2_transactionDroppedSpanStats_keys: ReadonlySet<string> = new Set(['destination_service_resource', 'service_target_type', 'service_target_name', 'outcome', 'duration']);
function v2_transactionDroppedSpanStats(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'destination_service_resource':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'service_target_type':
      {
        if (typeof value !== 'string' || value.length > 512) return 2;
        set |= 1;
        break;
      }
      case 'service_target_name':
      {
        if (typeof value !== 'string' || value.length > 512) return 2;
        set |= 1;
        break;
      }
      case 'outcome':
      {
        if (typeof value !== 'string' || !/^(?:|success|failure|unknown)$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'duration':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transactionDroppedSpansDuration(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionDroppedSpanStats_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_transactionDroppedSpansDuration_keys: ReadonlySet<string> = new Set(['count', 'sum']);
function v2_transactionDroppedSpansDuration(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'count':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 1) return 2;
        set |= 1;
        break;
      }
      case 'sum':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_transactionDroppedSpansDurationSum(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionDroppedSpansDuration_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_transactionDroppedSpansDurationSum_keys: ReadonlySet<string> = new Set(['us']);
function v2_transactionDroppedSpansDurationSum(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'us':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 0) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionDroppedSpansDurationSum_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_transactionSession_keys: ReadonlySet<string> = new Set(['id', 'sequence']);
function v2_transactionSession(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'sequence':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 1) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionSession_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_transactionUserExperience_keys: ReadonlySet<string> = new Set(['cls', 'fid', 'longtask', 'tbt']);
function v2_transactionUserExperience(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'cls':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      case 'fid':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      case 'longtask':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_longtaskMetrics(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'tbt':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionUserExperience_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const v2_longtaskMetrics_keys: ReadonlySet<string> = new Set(['count', 'max', 'sum']);
function v2_longtaskMetrics(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'count':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 0) return 2;
        set |= 3;
        break;
      }
      case 'max':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 5;
        break;
      }
      case 'sum':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 9;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_longtaskMetrics_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 14) === 14 ? 1 : 2;
}

const v2_transactionSpanCount_keys: ReadonlySet<string> = new Set(['dropped', 'started']);
function v2_transactionSpanCount(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'dropped':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'started':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_transactionSpanCount_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_logRoot_keys: ReadonlySet<string> = new Set(['log']);
function v2_logRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'log':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_log(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_logRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const v2_log_keys: ReadonlySet<string> = new Set(['labels', '@timestamp', 'service', 'service.name', 'service.version', 'service.environment', 'service.node.name', 'error', 'error.type', 'error.message', 'error.stack_trace', 'event', 'event.dataset', 'process', 'process.thread.name', 'trace.id', 'transaction.id', 'span.id', 'message', 'faas', 'log', 'log.level', 'log.logger', 'log.origin.file.name', 'log.origin.function', 'log.origin.file.line']);
function v2_log(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'labels':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case '@timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 1;
        break;
      }
      case 'service':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'service.name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'service.version':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'service.environment':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'service.node.name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'error':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'error.type':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'error.message':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'error.stack_trace':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'event':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'event.dataset':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'process':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'process.thread.name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'trace.id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'transaction.id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'span.id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'message':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'faas':
      {
        if (!isRecord(value)) return 2;
        const verdict = v2_faas(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'log':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'log.level':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'log.logger':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'log.origin.file.name':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'log.origin.function':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'log.origin.file.line':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && v2_log_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_errorRoot_keys: ReadonlySet<string> = new Set(['e']);
function rumv3_errorRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'e':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_errorEvent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_errorRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_errorEvent_keys: ReadonlySet<string> = new Set(['timestamp', 'log', 'cl', 'id', 'pid', 'tid', 'xid', 'ex', 'x', 'c']);
function rumv3_errorEvent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'timestamp':
      {
        if (!isMoment(value)) return 2;
        set |= 1;
        break;
      }
      case 'log':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_errorLog(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 5;
        break;
      }
      case 'cl':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'pid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 17;
        break;
      }
      case 'tid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 65;
        break;
      }
      case 'xid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 33;
        break;
      }
      case 'ex':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_errorException(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'x':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_errorTransactionRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'c':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_context(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_errorEvent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 8) === 8 && (set & 6) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 48) === 0 || (set & 64) !== 0) ? 1 : 2;
}

const rumv3_errorLog_keys: ReadonlySet<string> = new Set(['lv', 'ln', 'mg', 'pmg', 'st']);
function rumv3_errorLog(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'lv':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'ln':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'mg':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'pmg':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'st':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_errorLog_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_stacktraceFrame_keys: ReadonlySet<string> = new Set(['ap', 'cn', 'cli', 'f', 'fn', 'mo', 'poc', 'prc', 'co', 'li']);
function rumv3_stacktraceFrame(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'ap':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'cn':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'cli':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'f':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'fn':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'mo':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'poc':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string') return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'prc':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (typeof element !== 'string') return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'co':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'li':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_stacktraceFrame_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_errorException_keys: ReadonlySet<string> = new Set(['at', 'cd', 'ca', 'mg', 'mo', 'st', 't', 'hd']);
function rumv3_errorException(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'at':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'cd':
      {
        if (!((typeof value === 'string' && !(value.length > 1024)) || (Number.isSafeInteger(value)))) return 2;
        set |= 1;
        break;
      }
      case 'ca':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_errorException(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'mg':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'mo':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'st':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      case 'hd':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_errorException_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) !== 0 ? 1 : 2;
}

const rumv3_errorTransactionRef_keys: ReadonlySet<string> = new Set(['n', 't', 'sm']);
function rumv3_errorTransactionRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'sm':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_errorTransactionRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_context_keys: ReadonlySet<string> = new Set(['cu', 'g', 'se', 'u', 'q', 'p', 'r']);
function rumv3_context(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'cu':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'g':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'se':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'u':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_user(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'q':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextRequest(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'p':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextPage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'r':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextResponse(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_context_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextService_keys: ReadonlySet<string> = new Set(['a', 'en', 'fw', 'la', 'n', 'ru', 've']);
function rumv3_contextService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'a':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextServiceAgent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'en':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'fw':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextServiceFramework(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'la':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextServiceLanguage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024 || !/^[a-zA-Z0-9 _-]*$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'ru':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextServiceRuntime(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextServiceAgent_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_contextServiceAgent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextServiceAgent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextServiceFramework_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_contextServiceFramework(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextServiceFramework_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextServiceLanguage_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_contextServiceLanguage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextServiceLanguage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextServiceRuntime_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_contextServiceRuntime(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextServiceRuntime_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_user_keys: ReadonlySet<string> = new Set(['ud', 'id', 'em', 'un']);
function rumv3_user(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'ud':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (!((typeof value === 'string' && !(value.length > 1024)) || (Number.isSafeInteger(value)))) return 2;
        set |= 1;
        break;
      }
      case 'em':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'un':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_user_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextRequest_keys: ReadonlySet<string> = new Set(['en', 'he', 'hve', 'mt']);
function rumv3_contextRequest(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'en':
      {
        if (!isRecord(value) || false) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'he':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'hve':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'mt':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextRequest_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_contextPage_keys: ReadonlySet<string> = new Set(['rf', 'url']);
function rumv3_contextPage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'rf':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'url':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextPage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_contextResponse_keys: ReadonlySet<string> = new Set(['he', 'dbs', 'ebs', 'sc', 'ts']);
function rumv3_contextResponse(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'he':
      {
        if (!areHeaders(value)) return 2;
        set |= 1;
        break;
      }
      case 'dbs':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'ebs':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'sc':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'ts':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_contextResponse_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_metadataRoot_keys: ReadonlySet<string> = new Set(['m']);
function rumv3_metadataRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'm':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadata(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_metadata_keys: ReadonlySet<string> = new Set(['l', 'se', 'u', 'n']);
function rumv3_metadata(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'l':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'se':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadataService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'u':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_user(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'n':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_network(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadata_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_metadataService_keys: ReadonlySet<string> = new Set(['a', 'en', 'fw', 'la', 'n', 'ru', 've']);
function rumv3_metadataService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'a':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadataServiceAgent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      case 'en':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'fw':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadataServiceFramework(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'la':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadataServiceLanguage(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024 || value.length < 1 || !/^[a-zA-Z0-9 _-]*$/.test(value)) return 2;
        set |= 5;
        break;
      }
      case 'ru':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metadataServiceRuntime(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const rumv3_metadataServiceAgent_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_metadataServiceAgent(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024 || value.length < 1) return 2;
        set |= 3;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataServiceAgent_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const rumv3_metadataServiceFramework_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_metadataServiceFramework(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataServiceFramework_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_metadataServiceLanguage_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_metadataServiceLanguage(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataServiceLanguage_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_metadataServiceRuntime_keys: ReadonlySet<string> = new Set(['n', 've']);
function rumv3_metadataServiceRuntime(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 've':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metadataServiceRuntime_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 6) === 6 ? 1 : 2;
}

const rumv3_network_keys: ReadonlySet<string> = new Set(['c']);
function rumv3_network(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'c':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_networkConnection(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_network_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_networkConnection_keys: ReadonlySet<string> = new Set(['t']);
function rumv3_networkConnection(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_networkConnection_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_transactionRoot_keys: ReadonlySet<string> = new Set(['x']);
function rumv3_transactionRoot(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'x':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_transaction(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionRoot_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_transaction_keys: ReadonlySet<string> = new Set(['k', 'tid', 't', 'y', 'me', 'rt', 'id', 'n', 'o', 'pid', 'ses', 'c', 'exp', 'yc', 'sr', 'd', 'sm']);
function rumv3_transaction(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'k':
      {
        if (!isRecord(value) || !areMarks(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'tid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      case 'y':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_span(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'me':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_transactionMetricset(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 'rt':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'o':
      {
        if (typeof value !== 'string' || !/^(?:|success|failure|unknown)$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'pid':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'ses':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_transactionSession(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'c':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_context(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'exp':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_transactionUserExperience(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'yc':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_transactionSpanCount(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 17;
        break;
      }
      case 'sr':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 1;
        break;
      }
      case 'd':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 33;
        break;
      }
      case 'sm':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transaction_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 62) === 62 ? 1 : 2;
}

const rumv3_span_keys: ReadonlySet<string> = new Set(['n', 'st', 't', 'su', 'ac', 'id', 'o', 'c', 'pi', 'sr', 's', 'd', 'sy']);
function rumv3_span(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 'st':
      {
        if (!Array.isArray(value)) return 2;
        for (const element of value) {
          if (!isRecord(element) || rumv3_stacktraceFrame(element) !== 1) return 2;
        }
        if (value.length > 0) set |= 1;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 5;
        break;
      }
      case 'su':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'ac':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'id':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 9;
        break;
      }
      case 'o':
      {
        if (typeof value !== 'string' || !/^(?:|success|failure|unknown)$/.test(value)) return 2;
        set |= 1;
        break;
      }
      case 'c':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContext(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'pi':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'sr':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 1;
        break;
      }
      case 's':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 17;
        break;
      }
      case 'd':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 33;
        break;
      }
      case 'sy':
      {
        if (typeof value !== 'boolean') return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_span_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 62) === 62 ? 1 : 2;
}

const rumv3_spanContext_keys: ReadonlySet<string> = new Set(['g', 'se', 'dt', 'h']);
function rumv3_spanContext(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'g':
      {
        if (!isRecord(value) || !areLabels(value)) return 2;
        if (isNotEmpty(value)) set |= 1;
        break;
      }
      case 'se':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContextService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'dt':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContextDestination(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'h':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContextHTTP(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContext_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_spanContextService_keys: ReadonlySet<string> = new Set(['a', 'n']);
function rumv3_spanContextService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'a':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_contextServiceAgent(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024 || !/^[a-zA-Z0-9 _-]*$/.test(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContextService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_spanContextDestination_keys: ReadonlySet<string> = new Set(['se', 'ad', 'po']);
function rumv3_spanContextDestination(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'se':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContextDestinationService(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'ad':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'po':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContextDestination_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_spanContextDestinationService_keys: ReadonlySet<string> = new Set(['n', 'rc', 't']);
function rumv3_spanContextDestinationService(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'n':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'rc':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 3;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContextDestinationService_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_spanContextHTTP_keys: ReadonlySet<string> = new Set(['mt', 'url', 'r', 'sc']);
function rumv3_spanContextHTTP(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'mt':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 'url':
      {
        if (typeof value !== 'string') return 2;
        set |= 1;
        break;
      }
      case 'r':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_spanContextHTTPResponse(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'sc':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContextHTTP_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_spanContextHTTPResponse_keys: ReadonlySet<string> = new Set(['dbs', 'ebs', 'ts']);
function rumv3_spanContextHTTPResponse(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'dbs':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'ebs':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'ts':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_spanContextHTTPResponse_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_transactionMetricset_keys: ReadonlySet<string> = new Set(['y', 'sa']);
function rumv3_transactionMetricset(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'y':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metricsetSpanRef(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'sa':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_transactionMetricsetSamples(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionMetricset_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_metricsetSpanRef_keys: ReadonlySet<string> = new Set(['su', 't']);
function rumv3_metricsetSpanRef(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'su':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      case 't':
      {
        if (typeof value !== 'string' || value.length > 1024) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metricsetSpanRef_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_transactionMetricsetSamples_keys: ReadonlySet<string> = new Set(['ysc', 'yss']);
function rumv3_transactionMetricsetSamples(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'ysc':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metricsetSampleValue(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      case 'yss':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_metricsetSampleValue(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionMetricsetSamples_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_metricsetSampleValue_keys: ReadonlySet<string> = new Set(['v']);
function rumv3_metricsetSampleValue(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'v':
      {
        if (typeof value !== 'number' || !Number.isFinite(value)) return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_metricsetSampleValue_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_transactionSession_keys: ReadonlySet<string> = new Set(['id', 'seq']);
function rumv3_transactionSession(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'id':
      {
        if (typeof value !== 'string') return 2;
        set |= 3;
        break;
      }
      case 'seq':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 1) return 2;
        set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionSession_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

const rumv3_transactionUserExperience_keys: ReadonlySet<string> = new Set(['cls', 'fid', 'tbt', 'lt']);
function rumv3_transactionUserExperience(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'cls':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      case 'fid':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      case 'tbt':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 1;
        break;
      }
      case 'lt':
      {
        if (!isRecord(value)) return 2;
        const verdict = rumv3_longtaskMetrics(value);
        if (verdict === 2) return 2;
        if (verdict === 1) set |= 1;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionUserExperience_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return true ? 1 : 2;
}

const rumv3_longtaskMetrics_keys: ReadonlySet<string> = new Set(['count', 'max', 'sum']);
function rumv3_longtaskMetrics(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'count':
      {
        if (!Number.isSafeInteger(value) || Number(value) < 0) return 2;
        set |= 3;
        break;
      }
      case 'max':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 5;
        break;
      }
      case 'sum':
      {
        if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 2;
        set |= 9;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_longtaskMetrics_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 14) === 14 ? 1 : 2;
}

const rumv3_transactionSpanCount_keys: ReadonlySet<string> = new Set(['dd', 'sd']);
function rumv3_transactionSpanCount(object: Fields): Verdict {
  let set = 0;
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    switch (key) {
      case 'dd':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 1;
        break;
      }
      case 'sd':
      {
        if (!Number.isSafeInteger(value)) return 2;
        set |= 3;
        break;
      }
      default:
        if (isInOtherCase(key) && rumv3_transactionSpanCount_keys.has(lowerKey(key))) return 2;
    }
  }
  if (set === 0) return 0;
  return (set & 2) === 2 ? 1 : 2;
}

/** By the key that opens a line, the verdict on its whole object. */
export const VERDICTS: ReadonlyMap<string, (root: Fields) => Verdict> = new Map([
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
