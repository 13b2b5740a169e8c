package serve

import (
	"reflect"
	"strings"
	"time"

	"kg/cmd/kg/view"
)

func (s *Server) openapi(*request) (any, error) { return s.description, nil }

// Description is the API's description in OpenAPI 3.1, made of Routes and the types of their answers.
func Description() map[string]any {
	schemas := map[string]any{}
	paths := map[string]map[string]any{}
	for _, r := range Routes {
		path := strings.ReplaceAll(r.Pattern, "...}", "}")
		params := []any{}
		for _, p := range r.Params {
			in := "query"
			if strings.Contains(path, "{"+p.Name+"}") {
				in = "path"
			}
			kind := map[string]any{"type": p.Kind}
			if len(p.Enum) > 0 {
				kind["enum"] = p.Enum
			}
			if p.Kind == "integer" {
				kind["minimum"] = 1
			}
			params = append(params, map[string]any{"name": p.Name, "in": in, "description": p.Doc, "required": p.Required, "schema": kind})
		}
		content := map[string]any{"application/json": map[string]any{"schema": schemaOf(reflect.TypeOf(r.Answer), schemas)}}
		if r.LinkedData {
			content["application/ld+json"] = map[string]any{"schema": map[string]any{"type": "object"}}
		}
		op := map[string]any{
			"operationId": r.Name, "summary": r.Doc, "parameters": params,
			"responses": map[string]any{
				"200": map[string]any{"description": "the answer", "content": content},
				"default": map[string]any{"description": "why there is no answer",
					"content": map[string]any{"application/json": map[string]any{"schema": schemaOf(reflect.TypeFor[Failure](), schemas)}}},
			},
		}
		if r.Body != "" {
			kind := map[string]any{"type": "string"}
			if r.Body == "application/json" {
				kind = map[string]any{"type": "object"}
				if r.Name == "ingest" {
					kind = schemaOf(reflect.TypeFor[view.Article](), schemas)
				} else if r.Name == "decide" {
					kind = schemaOf(reflect.TypeFor[view.Settlement](), schemas)
				}
			}
			op["requestBody"] = map[string]any{"required": true, "content": map[string]any{r.Body: map[string]any{"schema": kind}}}
		}
		if paths[path] == nil {
			paths[path] = map[string]any{}
		}
		paths[path][strings.ToLower(r.Method)] = op
	}
	return map[string]any{
		"openapi": "3.1.0",
		"info":    map[string]any{"title": "kg", "version": "1", "description": "A graph of who did what to whom, when, how sure, and according to whom."},
		"paths":   paths,
		"components": map[string]any{"schemas": schemas,
			"securitySchemes": map[string]any{"token": map[string]any{"type": "http", "scheme": "bearer"}}},
		"security": []any{map[string]any{}, map[string]any{"token": []any{}}},
	}
}

// schemaOf is the JSON schema of a type; named structs go to schemas.
func schemaOf(t reflect.Type, schemas map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), schemas)
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), schemas)}
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return map[string]any{"type": "string", "format": "date-time"}
		}
		ref := map[string]any{"$ref": "#/components/schemas/" + t.Name()}
		if schemas[t.Name()] != nil {
			return ref
		}
		props, required := map[string]any{}, []string{}
		out := map[string]any{"type": "object", "properties": props}
		schemas[t.Name()] = out
		var fields func(t reflect.Type)
		fields = func(t reflect.Type) {
			for i := range t.NumField() {
				f := t.Field(i)
				name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
				if f.Anonymous && name == "" {
					fields(f.Type)
					continue
				}
				if name == "" || name == "-" {
					continue
				}
				props[name] = schemaOf(f.Type, schemas)
				if opts == "" {
					required = append(required, name)
				}
			}
		}
		fields(t)
		out["required"] = required
		return ref
	}
	return map[string]any{"type": "object"}
}
