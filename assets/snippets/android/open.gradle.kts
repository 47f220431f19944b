plugins {
    id("com.android.application")
    id("co.elastic.otel.android.agent") version "{{VERSION}}"
}
