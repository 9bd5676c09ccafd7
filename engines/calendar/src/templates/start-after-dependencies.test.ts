import { expect, test } from 'vitest'
import { instantiateTemplate } from './instantiate-template.ts'
import { TEMPLATES } from './template-library.ts'

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'in %s no task begins before what it waits for is due, in any year from 2015 to 2035',
  (_, template) => {
    for (let year = 2015; year <= 2035; year++) {
      const { tasks } = instantiateTemplate(template, { year, founded: null })
      const byId = new Map(tasks.map((task) => [task.id, task]))
      for (const task of tasks)
        for (const id of task.dependsOn)
          expect(`${task.id} ${task.startDay >= (byId.get(id)?.dueDay ?? '')}`).toBe(`${task.id} true`)
    }
  },
)
