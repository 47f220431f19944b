Import-Module WebAdministration
$pool = 'DefaultAppPool'
$variables = "system.applicationHost/applicationPools/add[@name='$pool']/environmentVariables"
$values = [ordered]@{
{{VARIABLES}}
}
foreach ($each in $values.GetEnumerator()) {
  Add-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter $variables -Name . -Value @{ name = $each.Key; value = $each.Value }
}
Restart-WebAppPool $pool
