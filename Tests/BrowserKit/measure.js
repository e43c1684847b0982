// Runs in a stage page: puts a copy of each page into one frame a screen and writes down what is seen there.
// `pages` are their texts, `screens` is [{name, width, height, dark, paper}]; the answer stands in #measured, in base64.
const largeText = 24, largeBoldText = 18.66

function dressed(text, screen) {
  const scheme = screen.dark ? 'dark' : 'light'
  text = text.replace(/\(\s*prefers-color-scheme:\s*(dark|light)\s*\)/g,
    (_, wanted) => wanted === scheme ? '(min-width: 0px)' : '(max-width: 0px)')
  text = text.replace(/color-scheme:\s*light dark/g, 'color-scheme: ' + scheme)
  if (screen.paper) text = text.replace(/@media screen/g, '@media not all').replace(/@media print/g, '@media all')
  return text
}

function parseColour(text) {
  const parts = (text.match(/[\d.]+/g) || [0, 0, 0]).map(Number)
  const scale = text.startsWith('color(') ? 255 : 1
  return { r: parts[0] * scale, g: parts[1] * scale, b: parts[2] * scale, a: parts.length > 3 ? parts[3] : 1 }
}

function over(top, bottom) {
  const mix = key => top[key] * top.a + bottom[key] * (1 - top.a)
  return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 }
}

function luminance(colour) {
  const part = value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b)
}

function background(view, element, isDark) {
  const layers = []
  for (let at = element; at; at = at.parentElement) layers.push(parseColour(view.getComputedStyle(at).backgroundColor))
  const canvas = isDark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 }
  return layers.reverse().reduce((under, layer) => over(layer, under), canvas)
}

function named(element) {
  const id = element.id ? '#' + element.id : ''
  const kind = element.getAttribute('class') ? '.' + element.getAttribute('class').trim().replace(/\s+/g, '.') : ''
  const words = (element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40)
  return element.tagName.toLowerCase() + id + kind + ' "' + words + '"'
}

function ownText(element) {
  return [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('').trim()
}

function isSeen(view, element) {
  const style = view.getComputedStyle(element)
  if (style.visibility === 'hidden' || style.display === 'none') return false
  const box = element.getBoundingClientRect()
  return box.width > 1 && box.height > 1
}

function scrolls(view, element) {
  for (let at = element; at && at.tagName !== 'HTML'; at = at.parentElement)
    if (/auto|scroll/.test(view.getComputedStyle(at).overflowX)) return true
  return false
}

function textBoxes(page, element) {
  const range = page.createRange()
  return [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).flatMap(node => {
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  })
}

function overflowing(page, view) {
  const found = []
  const root = page.documentElement
  if (root.scrollWidth > root.clientWidth) found.push('document: ' + root.scrollWidth + ' > ' + root.clientWidth)
  for (const element of page.body.querySelectorAll('*')) {
    if (element.namespaceURI.endsWith('svg') || !isSeen(view, element)) continue
    const style = view.getComputedStyle(element)
    if (style.display === 'inline' || scrolls(view, element)) continue
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      found.push(named(element) + ': ' + element.scrollWidth + ' > ' + element.clientWidth)
  }
  return found
}

function clipped(page, view) {
  const found = []
  const width = page.documentElement.clientWidth
  for (const element of page.body.querySelectorAll('*')) {
    if (!ownText(element) || !isSeen(view, element) || element.closest('.visually-hidden')) continue
    const drawing = element.closest('svg')
    const frame = drawing ? drawing.getBoundingClientRect() : { left: 0, right: width, top: -1e9, bottom: 1e9 }
    if (scrolls(view, element)) continue
    for (const box of textBoxes(page, element)) {
      if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.push(named(element))
        break
      }
    }
    const style = view.getComputedStyle(element)
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY)
    if (!drawing && cuts && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1))
      found.push(named(element))
  }
  return [...new Set(found)]
}

function overlapping(page, view) {
  const found = []
  for (const drawing of page.querySelectorAll('svg')) {
    const texts = [...drawing.querySelectorAll('text')].filter(text => isSeen(view, text))
    const boxes = texts.map(text => text.getBoundingClientRect())
    for (let one = 0; one < texts.length; one++) for (let two = one + 1; two < texts.length; two++) {
      const a = boxes[one], b = boxes[two]
      if (a.right - 1 > b.left && b.right - 1 > a.left && a.bottom - 2 > b.top && b.bottom - 2 > a.top)
        found.push(named(texts[one]) + ' over ' + named(texts[two]))
    }
  }
  return found
}

function faint(page, view, isDark) {
  const found = []
  for (const element of page.body.querySelectorAll('*')) {
    if (!ownText(element) || !isSeen(view, element)) continue
    const style = view.getComputedStyle(element)
    const ground = background(view, element, isDark)
    const ink = over(parseColour(element.namespaceURI.endsWith('svg') ? style.fill : style.color), ground)
    const [high, low] = [luminance(ink), luminance(ground)].sort((a, b) => b - a)
    const ratio = (high + 0.05) / (low + 0.05)
    const size = parseFloat(style.fontSize)
    const isLarge = size >= largeText || (size >= largeBoldText && Number(style.fontWeight) >= 700)
    if (ratio < (isLarge ? 3 : 4.5)) found.push(named(element) + ': ' + ratio.toFixed(2))
  }
  return found
}

// A glyph is missing where a character is drawn as a character is that no font can have.
function missingGlyphs(page, view) {
  const byFont = new Map()
  for (const element of page.body.querySelectorAll('*')) {
    const text = ownText(element)
    if (!text || !isSeen(view, element)) continue
    const style = view.getComputedStyle(element)
    const font = style.fontWeight + ' 24px ' + style.fontFamily
    if (!byFont.has(font)) byFont.set(font, new Set())
    for (const character of text) if (!/[\s\p{C}]/u.test(character) || /\p{Co}|\p{Cn}/u.test(character)) byFont.get(font).add(character)
  }
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 40
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const drawn = (character, font) => {
    pen.clearRect(0, 0, 40, 40)
    pen.font = font
    pen.textBaseline = 'alphabetic'
    pen.fillText(character, 4, 30)
    return pen.getImageData(0, 0, 40, 40).data.join()
  }
  const found = new Set()
  for (const [font, characters] of byFont) {
    const tofu = new Set(['\u{10FFFF}', '\u{FFFFE}', '\u0378'].map(character => drawn(character, font)))
    const blank = drawn(' ', font)
    for (const character of characters) {
      const shape = drawn(character, font)
      if (tofu.has(shape) || shape === blank) found.add(character)
    }
  }
  return [...found]
}

function outside(page) {
  const found = []
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^(src|srcset|href|xlink:href|action|data|poster|background)$/.test(name) && !/^(#|data:)/.test(value))
        found.push(named(element) + ' ' + name + '=' + value)
      if (name === 'style' && /url\(\s*['"]?(?!data:|#)/.test(value)) found.push(named(element) + ' style=' + value)
    }
    if (element.tagName === 'STYLE' && /@import|url\(\s*['"]?(?!data:|#)/.test(element.textContent)) found.push('style sheet')
    if (element.tagName === 'SCRIPT') found.push('script')
  }
  return found
}

function structure(page) {
  const faults = []
  const say = (isFault, what) => { if (isFault) faults.push(what) }
  const ids = [...page.querySelectorAll('[id]')].map(element => element.id)
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) faults.push('id twice: ' + id)
  say(!page.documentElement.lang, 'no lang')
  say(!page.title.trim(), 'no title')
  say(page.querySelectorAll('main').length !== 1, 'main is not there once')
  say(page.querySelectorAll('h1').length !== 1, 'h1 is not there once')
  say(page.compatMode !== 'CSS1Compat', 'quirks mode')
  let level = 0
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1])
    say(next > level + 1, 'heading level left out: ' + named(heading))
    level = next
  }
  for (const image of page.querySelectorAll('img')) say(!image.hasAttribute('alt'), 'no alt: ' + named(image))
  for (const drawing of page.querySelectorAll('svg')) {
    const title = drawing.querySelector(':scope > title')
    say(drawing.getAttribute('aria-hidden') !== 'true' && !drawing.hasAttribute('aria-label') && !(title && title.textContent.trim()),
      'drawing without title: ' + named(drawing))
  }
  for (const table of page.querySelectorAll('table')) {
    say(!table.caption || !table.caption.textContent.trim(), 'table without caption: ' + named(table))
    for (const head of table.querySelectorAll('th')) say(!head.hasAttribute('scope'), 'th without scope: ' + named(head))
  }
  for (const reference of page.querySelectorAll('[aria-labelledby], [aria-describedby], a[href^="#"]')) {
    const wanted = ['aria-labelledby', 'aria-describedby'].flatMap(name => (reference.getAttribute(name) || '').split(/\s+/))
    if (reference.hasAttribute('href')) wanted.push(reference.getAttribute('href').slice(1))
    for (const id of wanted.filter(Boolean)) say(!page.getElementById(id), 'reference to nothing: ' + id)
  }
  return faults
}

function texts(page) {
  const byID = {}, marked = []
  for (const element of page.body.querySelectorAll('*')) {
    const words = (element.innerText ?? element.textContent).trim()
    if (element.id) byID[element.id] = words
    for (const { name, value } of element.attributes) if (name.startsWith('data-')) marked.push({ name, value, text: words })
  }
  const tables = [...page.querySelectorAll('table')].map(table => ({
    id: table.id, caption: table.caption ? table.caption.innerText.trim() : '',
    rows: [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))
  }))
  return { byID, marked, tables, all: page.body.innerText }
}

function measured(frame, screen) {
  const page = frame.contentDocument, view = frame.contentWindow
  return {
    screen: screen.name, width: page.documentElement.clientWidth, height: page.documentElement.scrollHeight,
    language: page.documentElement.lang, title: page.title,
    overflowing: overflowing(page, view), clipped: clipped(page, view), overlapping: overlapping(page, view),
    faint: faint(page, view, screen.dark), missingGlyphs: missingGlyphs(page, view), outside: outside(page),
    structure: structure(page), texts: texts(page)
  }
}

async function seen(text, screen) {
  const frame = document.createElement('iframe')
  frame.style = 'border: 0; width: ' + screen.width + 'px; height: ' + screen.height + 'px'
  frame.srcdoc = dressed(text, screen)
  await new Promise(done => { frame.onload = done; document.body.append(frame) })
  await frame.contentDocument.fonts.ready
  const result = measured(frame, screen)
  frame.remove()
  return result
}

async function stage() {
  const results = []
  for (const text of pages) {
    const own = []
    for (const screen of screens) own.push(await seen(text, screen))
    results.push(own)
  }
  return results
}

function answer(text) {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  document.getElementById('measured').textContent = btoa(binary)
}
