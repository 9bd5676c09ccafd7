import type { ProgrammeField, ProgrammeKind, Store } from '@zhanggui/contract'
import { type AnyProgramme, examplesOn, type Field, type Fields, type Names, PROGRAMMES } from '@zhanggui/gameplay'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'

const named = ({ zh, en }: Names) => ({ nameZh: zh, nameEn: en })

const presentField = (id: string, field: Field): Omit<ProgrammeField, 'fields'> => ({
  id,
  ...named(field),
  kind: field.kind,
  required: field.optional !== true,
  ...(field.min === undefined ? {} : { min: field.min }),
  ...(field.max === undefined ? {} : { max: field.max }),
  ...(field.choices && { choices: field.choices.map((choice) => ({ value: choice.value, ...named(choice) })) }),
})

const presentFields = (fields: Fields): ProgrammeField[] =>
  Object.entries(fields).map(([id, field]) => ({
    ...presentField(id, field),
    ...(field.fields && { fields: Object.entries(field.fields).map(([name, inner]) => presentField(name, inner)) }),
  }))

const words = (names: Readonly<Record<string, Names>>) =>
  Object.entries(names).map(([id, name]) => ({ id, ...named(name) }))

const presentKind = (engine: AnyProgramme, today: BusinessDay): ProgrammeKind => ({
  kind: engine.programme,
  ...named(engine),
  aboutZh: engine.about.zh,
  aboutEn: engine.about.en,
  caseNameZh: engine.caseName.zh,
  caseNameEn: engine.caseName.en,
  terms: presentFields(engine.terms),
  start: examplesOn(engine.terms, today),
  commands: Object.entries(engine.commands).map(([id, command]) => ({
    id,
    ...named(command),
    opens: command.opens,
    ...(command.when && { when: [...command.when] }),
    needsBuyer: command.needsBuyer,
    fields: presentFields(command.fields),
    start: examplesOn(command.fields, today),
  })),
  statuses: words(engine.statuses),
  collects: engine.collects?.kind ?? null,
})

/** Every kind with what it asks for and sound values to begin with, days counted from the shop's today. */
export function listKinds(context: Context, store: Store): ProgrammeKind[] {
  const today = businessDayOf(context.clock.now(), store.timezone)
  return PROGRAMMES.map((engine) => presentKind(engine, today))
}
