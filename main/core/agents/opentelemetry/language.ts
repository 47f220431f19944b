import type { Fix } from '../../../contract/index.ts';
import type {
  AgentDefinition,
  Block,
  FoundProject,
  Framework,
  LaunchPlan,
  LaunchRequest,
  LogPhrase,
  ProjectFiles,
  Setting,
  Wiring,
} from '../definition.ts';

/** What OpenTelemetry is in one language; everything else is the same in all of them (OpenTelemetry specification 1.60.0, protocol/exporter.md). */
export interface Language {
  readonly id: string;
  /** Title of the language, as it stands behind "OpenTelemetry". */
  readonly title: string;
  /** Newest version of Elastic's distribution, or of the SDK where there is none, that the facts were checked against. */
  readonly version: string;
  readonly keywords: readonly string[];
  /** `telemetry.sdk.language`, and the values of `telemetry.distro.name` that are known. */
  readonly sdk: { readonly language: string; readonly distributions: readonly string[] };
  /** How its exporters call themselves in User-Agent. */
  readonly userAgent: RegExp;
  readonly executable: RegExp;
  readonly insteadOf?: AgentDefinition['insteadOf'];
  readonly hello?: AgentDefinition['hello'];
  readonly tlsClients: AgentDefinition['tlsClients'];
  /** The settings of this language alone; those that all have are added. */
  readonly settings: readonly Setting[];
  /** Since when OTEL_EXPORTER_OTLP_CERTIFICATE is read, and how that was checked. */
  readonly certificate: Pick<Setting, 'since' | 'proof' | 'source'>;
  readonly frameworks: readonly Framework[];
  readonly rejection: AgentDefinition['rejection'];
  readonly logPhrases: readonly LogPhrase[];
  readonly logMarks?: readonly string[];
  /** As in the definition of an agent. */
  readonly aloud?: AgentDefinition['aloud'];
  /** Every form that it is offered in, where those of containers and services are not among them. */
  readonly forms?: readonly string[];
  /** Variables that make it trust the authority, in a framework or in the one that can be told; left out where that is OTEL_EXPORTER_OTLP_CERTIFICATE. */
  trust?(wiring: Wiring, framework?: Framework): readonly (readonly [string, string])[];
  /** What else has to be done so that it trusts the authority, in a form. */
  beforeTrust?(as: string, wiring: Wiring): readonly Fix[];
  /** Variables of this language alone, at the end of those that all have. */
  variables(framework: Framework, wiring: Wiring): readonly (readonly [string, string])[];
  readonly loaders: readonly string[];
  /** Forms besides those of containers and services, the one that is shown first leading; left out where they are variables and a `.env` file alone. */
  readonly firstForms?: readonly string[];
  /** One setting as it is written in a form of the language's own. */
  ownLine?(as: string, setting: Setting, value: string): string;
  /** What the code has to hold in every form. */
  ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[];
  setUp?(as: string, framework: Framework, wiring: Wiring): readonly Block[];
  startCommand(framework: Framework): string;
  startLine(as: string, framework: Framework, wiring: Wiring): string;
  advice(as: string, framework: Framework, wiring: Wiring): readonly string[];
  launch(definition: AgentDefinition, request: LaunchRequest, files: ProjectFiles): Promise<LaunchPlan>;
  recognise(folder: string, files: ProjectFiles): FoundProject | null;
  readonly notes: readonly string[];
}
