const WORDS = {
  backup_exists: {
    zh: '文件 {file} 已存在，备份不会覆盖它。请换一个文件名，或先移走它。',
    en: 'The file {file} exists and is not overwritten. Choose another name, or move it away first.',
  },
  backup_not_found: {
    zh: '找不到备份文件 {file}。请检查路径。',
    en: 'There is no file {file}. Check the path.',
  },
  not_a_backup: {
    zh: '{file} 不是掌柜的备份文件。请检查路径。',
    en: '{file} is not a backup of this program. Check the path.',
  },
  damaged_backup: {
    zh: '备份文件 {file} 已损坏（{part}）。没有改动任何数据；请换一份备份。',
    en: 'The backup {file} is damaged ({part}). Nothing was changed; use another copy.',
  },
  newer_backup: {
    zh: '备份由更新的版本生成（{part}）。请先升级程序，再恢复。',
    en: 'The backup was made by a newer version ({part}). Upgrade this program first, then restore.',
  },
  home_not_empty: {
    zh: '数据目录 {home} 里已有数据，恢复会替换它。确定要替换请加 --force；现有数据未改动。',
    en: 'The data folder {home} holds data that a restore would replace. Add --force if that is meant; nothing was changed.',
  },
  database_not_empty: {
    zh: '{name} 数据库里已有表。恢复只写入空数据库：请新建一个空库并改 {setting}；现有数据未改动。',
    en: 'The {name} database holds tables already. A restore writes into an empty one only: create it and name it in {setting}; nothing was changed.',
  },
  restore_unfinished: {
    zh: '上一次恢复没有完成，数据不完整。请用 --force 再恢复一次；原来的数据保存在 {folder}。',
    en: 'The last restore did not finish, so the data is not whole. Restore again with --force; the former data is kept in {folder}.',
  },
} as const

/** What can go wrong with a backup or a restore; `message` is Chinese, `messageEn` English, both say what to do. */
export class BackupError extends Error {
  readonly code: keyof typeof WORDS
  readonly messageEn: string
  readonly facts: Record<string, string>
  constructor(code: keyof typeof WORDS, facts: Record<string, string>, options?: ErrorOptions) {
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place)
    super(fill(WORDS[code].zh), options)
    this.name = 'BackupError'
    this.code = code
    this.messageEn = fill(WORDS[code].en)
    this.facts = facts
  }
}
