// Asked for letters line by line, one tool of npm's makes them: {template, values, out} → seconds.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)
const tool = process.argv[2]

const MAKERS = {
  'easy-template-x': () => {
    const { TemplateHandler } = require('easy-template-x')
    const handler = new TemplateHandler()
    return (path) => {
      const template = readFileSync(path)
      return (values) => handler.process(template, values)
    }
  },
  docxtemplater: () => {
    const Docxtemplater = require('docxtemplater')
    const PizZip = require('pizzip')
    return (path) => {
      const template = readFileSync(path)
      return (values) => {
        const document = new Docxtemplater(new PizZip(template))
        document.render(values)
        return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
      }
    }
  },
  carbone: () => {
    const render = promisify(require('carbone').render)
    return (path) => (values) => render(path, values, {})
  },
  'docx-templates': () => {
    const { createReport } = require('docx-templates')
    return (path) => {
      const template = readFileSync(path)
      return (data) => createReport({ template, data, cmdDelimiter: '+++', noSandbox: true })
    }
  }
}

const maker = MAKERS[tool]()
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  const all = JSON.parse(readFileSync(asked.values, 'utf8'))
  const make = maker(asked.template)
  const begun = process.hrtime.bigint()
  for (const [number, values] of all.entries()) {
    writeFileSync(join(asked.out, `${number}.docx`), await make(values))
  }
  console.log(Number(process.hrtime.bigint() - begun) / 1e9)
}
