import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ApmService } from '@elastic/apm-rum-angular';

@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {
  readonly apm = inject(ApmService).init({
    serviceName: {{SERVICE}},
    serverUrl: {{URL}},
    environment: {{ENVIRONMENT}},
    // Origins that get the trace as well;
    // their CORS has to allow "traceparent".
    distributedTracingOrigins: [],
  });
}
