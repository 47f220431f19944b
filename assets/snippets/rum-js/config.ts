import { type ApplicationConfig, ErrorHandler, importProvidersFrom } from '@angular/core';
import { provideRouter } from '@angular/router';
import { ApmErrorHandler, ApmModule } from '@elastic/apm-rum-angular';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    importProvidersFrom(ApmModule),
    { provide: ErrorHandler, useClass: ApmErrorHandler },
  ],
};
