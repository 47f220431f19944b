plugins {
    id("com.android.application")
    id("co.elastic.otel.android.agent") version "{{VERSION}}"
}

android {
    buildFeatures.buildConfig = true
    defaultConfig {
        buildConfigField("String", "APM_TOKEN", "\"\"")
    }
    buildTypes {
        debug {
            // In debug builds alone, and in no file.
            val token = System.getenv("{{TOKEN}}").orEmpty()
            buildConfigField("String", "APM_TOKEN", "\"$token\"")
        }
    }
}
