use std::error::Error;

use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, ImportSection, Module, TypeSection, ValType,
};
use wasmparser::{Parser, Payload};

use super::{Misfit, numbered, script::tokens, shorten};

/// An engine that needs and gives functions of these names.
fn engine(imports: &[&str], exports: &[&str]) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imported = ImportSection::new();
    for name in imports {
        imported.import("./engine_bg.js", name, EntityType::Function(0));
    }
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut globals = GlobalSection::new();
    let global = GlobalType { val_type: ValType::I32, mutable: false, shared: false };
    globals.global(global, &ConstExpr::i32_const(300));
    let mut exported = ExportSection::new();
    let own = u32::try_from(imports.len()).unwrap_or_default();
    for name in exports {
        exported.export(name, ExportKind::Func, own);
    }
    let mut code = CodeSection::new();
    let mut function = Function::new([]);
    function.instructions().end();
    code.function(&function);
    let mut module = Module::new();
    module.section(&types).section(&imported).section(&functions).section(&globals).section(&exported).section(&code);
    module.section(&CustomSection { name: "story".into(), data: b"told"[..].into() });
    module.finish()
}

/// The names in an engine: what it needs, with where from, and what it gives.
fn names(engine: &[u8]) -> Result<(Vec<String>, Vec<String>), wasmparser::BinaryReaderError> {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(engine) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    imports.push(format!("{}/{}", import.module, import.name));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.push(export?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok((imports, exports))
}

/// A script that gives functions of these names and does something.
fn script(imports: &[&str], does: &str) -> String {
    let given: Vec<String> =
        imports.iter().map(|name| format!("        {name}: function() {{ return 1; }},\n")).collect();
    let given = given.concat();
    format!("const import0 = {{\n{given}    }};\nreturn {{ \"./engine_bg.js\": import0 }};\n{does}\n")
}

#[test]
fn names_become_short_in_both_files_alike() -> Result<(), Box<dyn Error>> {
    let imports = ["__wbg_now_12", "__wbg_then_34"];
    let (engine, script) = shorten(
        &engine(&imports, &["start", "__wbindgen_malloc"]),
        &script(&imports, "wasm.start(wasm.__wbindgen_malloc);"),
    )?;
    assert_eq!(names(&engine)?, (vec!["a/a".to_owned(), "a/b".to_owned()], vec!["a".to_owned(), "b".to_owned()]));
    assert!(script.contains("a: function() { return 1; },\n        b: function()"), "{script}");
    assert!(script.contains("{ \"a\": import0 }"), "{script}");
    assert!(script.contains("wasm.a(wasm.b);"), "{script}");
    Ok(())
}

#[test]
fn a_name_that_begins_another_one_is_told_from_it() -> Result<(), Box<dyn Error>> {
    let imports = ["__wbg_new_1", "__wbg_new", "__wbg_new_12"];
    let (_, script) =
        shorten(&engine(&imports, &["free", "free_all"]), &script(&imports, "wasm.free_all(); wasm.free();"))?;
    assert!(
        script.contains("a: function() { return 1; },\n        b: function() { return 1; },\n        c:"),
        "{script}"
    );
    assert!(script.contains("wasm.b(); wasm.a();"), "{script}");
    Ok(())
}

#[test]
fn names_in_texts_comments_and_other_places_stay() -> Result<(), Box<dyn Error>> {
    let stays = "\
// wasm.start, __wbg_now_1: a comment
/* wasm.start */ const start = 'wasm.start', quoted = \"\\\"wasm.start\", found = /[/\"]wasm.start/;
throw `wasm.start ${start} { wasm.start`;
other.start(); start(__wbg_now_1); wasm = start;";
    let (_, script) =
        shorten(&engine(&["__wbg_now_1"], &["start"]), &script(&["__wbg_now_1"], &format!("{stays}wasm.start();")))?;
    assert!(script.contains(stays), "{script}");
    assert!(script.ends_with("wasm.a();\n"), "{script}");
    Ok(())
}

#[test]
fn what_is_computed_within_a_text_is_code() -> Result<(), Box<dyn Error>> {
    let (_, script) =
        shorten(&engine(&[], &["start"]), "f(`a ${wasm.start({ b: { c: `${1}` } })} wasm.start`, wasm.start)")?;
    assert_eq!(script, "f(`a ${wasm.a({ b: { c: `${1}` } })} wasm.start`, wasm.a)");
    Ok(())
}

#[test]
fn what_the_script_never_calls_is_left_out() -> Result<(), Box<dyn Error>> {
    let (engine, _) = shorten(&engine(&[], &["main", "start"]), "wasm.start()")?;
    assert_eq!(names(&engine)?.1, ["b"]);
    Ok(())
}

#[test]
fn everything_else_in_the_engine_stays_as_it_is() -> Result<(), Box<dyn Error>> {
    let before = engine(&["a"], &["a"]);
    let (after, _) = shorten(&before, "wasm.a({ a: 1, \"./engine_bg.js\": 2 })")?;
    let others = |engine: &[u8]| -> Result<Vec<(u8, Vec<u8>)>, wasmparser::BinaryReaderError> {
        let mut others = Vec::new();
        for payload in Parser::new(0).parse_all(engine) {
            if let Some((id, range)) = payload?.as_section()
                && id != 2
            {
                others.push((id, super::bytes(engine, &range).to_vec()));
            }
        }
        Ok(others)
    };
    assert_eq!(others(&before)?, others(&after)?);
    assert_eq!(others(&after)?.len(), 6);
    Ok(())
}

#[test]
fn a_name_that_the_other_file_does_not_have_is_an_error() {
    let missing = shorten(&engine(&["__wbg_now_1"], &[]), &script(&["__wbg_now_2"], ""));
    assert_eq!(missing, Err(Misfit::Given("__wbg_now_1".to_owned(), 0)));
    let twice = shorten(&engine(&["a_1"], &[]), &script(&["a_1", "a_1"], ""));
    assert_eq!(twice, Err(Misfit::Given("a_1".to_owned(), 2)));
    let unknown = shorten(&engine(&[], &["start"]), "wasm.stop()");
    assert_eq!(unknown, Err(Misfit::Exported("stop".to_owned())));
    let error = Misfit::Given("a_1".to_owned(), 0).to_string();
    assert_eq!(error, "the engine needs `a_1`, which its script gives 0 times instead of once");
}

#[test]
fn what_is_no_engine_is_an_error() {
    assert!(matches!(shorten(b"no wasm", ""), Err(Misfit::Wasm(_))));
}

#[test]
fn short_names_are_different() {
    assert_eq!([0, 25, 26, 51, 52, 103, 104].map(numbered), ["a", "z", "A", "Z", "aa", "aZ", "ba"]);
}

#[test]
fn a_script_that_ends_in_the_middle_is_read_to_its_end() {
    for script in ["'a", "`a ${", "`a", "/* a", "// a", "a = /b", "\"\\", "}"] {
        assert!(tokens(script).iter().all(|token| token.at <= script.len()), "{script}");
    }
}
