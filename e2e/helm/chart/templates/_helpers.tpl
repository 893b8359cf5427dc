{{/* Whether checkpoints have a place: that alone switches them on. */}}
{{- define "polars.hasCheckpoints" -}}
{{- range $kind, $location := .Values.checkpointData }}{{ if $location.enabled }}true{{ end }}{{ end }}
{{- end }}

{{/* Name of the claim, made or found. */}}
{{- define "polars.claimName" -}}
{{- .Values.checkpointData.sharedPersistentVolumeClaim.existingClaimName | default (printf "%s-polars-checkpoint-data" .Release.Name) }}
{{- end }}

{{/* The variables of an object store: a list of its name there and its values. */}}
{{- define "polars.storeVariables" -}}
{{- $store := index . 0 }}
{{- $values := index . 1 }}
- name: PC_CUBLET__worker__checkpoint_location__{{ $store }}__url
  value: {{ $values.endpoint | quote }}
{{- range $values.options }}
{{- if eq .name "url" }}{{ fail "url is an endpoint" }}{{ end }}
- name: PC_CUBLET__worker__checkpoint_location__{{ $store }}__{{ .name }}
{{- if .value }}
  value: {{ .value | quote }}
{{- else if .valueFrom }}
  valueFrom: {{ toYaml .valueFrom | nindent 4 }}
{{- end }}
{{- end }}
{{- end }}
