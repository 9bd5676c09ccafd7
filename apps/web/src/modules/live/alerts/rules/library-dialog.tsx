import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { PanelBody } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { SeverityTag } from '../severity-tag.tsx'
import { useAddLibrary, useLibrary } from '../use-alerts.ts'
import styles from './rules.module.css'
import { rulesStrings } from './rules-strings.ts'

/** Shipped rules that the shop does not have yet; all are ticked to begin with. */
export function LibraryDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const add = useAddLibrary()
  const query = useLibrary()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const offered = query.data?.filter(({ added }) => !added) ?? []
  const chosen = offered.map(({ id }) => id).filter((id) => !left.has(id))
  const toggle = (id: string): void =>
    setLeft((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const submit = (): void =>
    add.mutate(chosen, {
      onSuccess: ({ added }) => {
        void message.success(t.added(format.count(added.length)))
        onClose()
      },
    })
  return (
    <Modal
      title={t.library}
      open
      width={680}
      onCancel={onClose}
      onOk={submit}
      okText={t.addAll}
      cancelText={t.cancel}
      okButtonProps={{ disabled: chosen.length === 0, loading: add.isPending }}
    >
      <p className={styles.lead}>{query.data && offered.length === 0 ? t.allAdded : t.libraryLead}</p>
      <PanelBody query={query} height={280}>
        {() => (
          <ul className={styles.shipped}>
            {offered.map(({ id, body, sentenceZh, sentenceEn }) => (
              <li key={id}>
                <Checkbox checked={!left.has(id)} onChange={() => toggle(id)}>
                  {language === 'zh' ? body.nameZh : body.nameEn} <SeverityTag severity={body.severity} />
                  <small>{language === 'zh' ? sentenceZh : sentenceEn}</small>
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
      </PanelBody>
      {add.error && <Problem compact error={add.error} />}
    </Modal>
  )
}
