// Checks Terraform files and shell scripts: `check terraform FILE...`, `check shell FILE...`.
// Prints a JSON object for each file, one in a line.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"mvdan.cc/sh/v3/syntax"
)

func main() {
	checks := map[string]func([]byte, string) (map[string]any, error){
		"shell":     shell,
		"terraform": terraform,
	}
	check := checks[os.Args[1]]
	lines := json.NewEncoder(os.Stdout)
	for _, file := range os.Args[2:] {
		text, err := os.ReadFile(file)
		var found map[string]any
		if err == nil {
			found, err = check(text, file)
		}
		if err != nil {
			found = map[string]any{"problem": err.Error()}
		}
		if err := lines.Encode(found); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// A script has to be POSIX shell and formatted as shfmt does with two spaces.
func shell(text []byte, file string) (map[string]any, error) {
	script, err := syntax.NewParser(syntax.Variant(syntax.LangPOSIX), syntax.KeepComments(true)).Parse(bytes.NewReader(text), file)
	if err != nil {
		return nil, err
	}
	var formatted bytes.Buffer
	if err := syntax.NewPrinter(syntax.Indent(2)).Print(&formatted, script); err != nil {
		return nil, err
	}
	// The parser itself drops carriage returns before line feeds.
	plain := strings.ReplaceAll(string(text), "\r\n", "\n")
	return map[string]any{"formatted": formatted.String() == plain, "wanted": formatted.String()}, nil
}

// What stands in a Terraform file: its blocks with their attributes as values.
func terraform(text []byte, file string) (map[string]any, error) {
	parsed, problems := hclsyntax.ParseConfig(text, file, hcl.InitialPos)
	if problems.HasErrors() {
		return nil, problems
	}
	context := &hcl.EvalContext{Variables: map[string]cty.Value{
		"var": cty.ObjectVal(map[string]cty.Value{"data_bucket": cty.StringVal("variable")}),
		// The type of a variable, and the addresses of the resources, as if they were values.
		"string":                       cty.StringVal("string"),
		"huaweicloud_cts_tracker":      cty.ObjectVal(map[string]cty.Value{"tracker": cty.StringVal("huaweicloud_cts_tracker.tracker")}),
		"huaweicloud_cts_data_tracker": cty.ObjectVal(map[string]cty.Value{"tracker": cty.StringVal("huaweicloud_cts_data_tracker.tracker")}),
	}}
	blocks := []map[string]any{}
	for _, block := range parsed.Body.(*hclsyntax.Body).Blocks {
		attributes := map[string]json.RawMessage{}
		for name, attribute := range block.Body.Attributes {
			value, problems := attribute.Expr.Value(context)
			if problems.HasErrors() {
				return nil, problems
			}
			encoded, err := ctyjson.Marshal(value, value.Type())
			if err != nil {
				return nil, err
			}
			attributes[name] = encoded
		}
		blocks = append(blocks, map[string]any{"type": block.Type, "labels": block.Labels, "attributes": attributes})
	}
	return map[string]any{
		"blocks":    blocks,
		"formatted": bytes.Equal(hclwrite.Format(text), text),
		"wanted":    string(hclwrite.Format(text)),
	}, nil
}
