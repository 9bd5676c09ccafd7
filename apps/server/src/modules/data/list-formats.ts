import type { FormatInfo } from '@zhanggui/contract'
import { IMPORT_FORMATS, IMPORT_TARGETS } from '@zhanggui/imports'

/** Every form that is recognised, and the tables that any other file can be mapped to. */
export function listFormats(): FormatInfo[] {
  const formats = IMPORT_FORMATS.map((f) => ({
    id: f.id,
    nameZh: f.nameZh,
    nameEn: f.nameEn,
    system: f.system,
    target: f.target.table,
    columns: f.signature.map((s) => s.split('|')[0] ?? s),
    noteZh: f.noteZh,
    noteEn: f.noteEn,
  }))
  const free = IMPORT_TARGETS.map((t) => ({
    id: t.id,
    nameZh: `任意表格 → ${t.nameZh}`,
    nameEn: `Any table → ${t.nameEn}`,
    system: 'mapping',
    target: t.table,
    columns: t.fields.filter((f) => f.required).map((f) => f.nameZh),
    noteZh: '按表头同义词猜测各列，可在导入向导里修改。',
    noteEn: 'Columns are guessed from header synonyms and can be changed in the wizard.',
  }))
  return [...formats, ...free]
}
