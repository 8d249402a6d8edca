#!/usr/bin/env python3
"""Makes the zoo anew: invented reports through every converter that people use, with the truth beside them.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    npm install --prefix node turndown turndown-plugin-gfm html-to-text node-html-markdown   # optional
    venv/bin/python make.py [--out DIR] [--only REPORT] [--node DIR]

The packages of the system are pandoc, w3m, lynx, elinks, poppler-utils, and LibreOffice with a CJK font. A converter that is
not installed is named and passed over; what it made before stays. Everything written here is invented; the labels are
those of the statutory forms.
"""
import argparse, csv, io, json, os, random, re, shutil, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total']
COLUMN_LABELS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
RESULTS = [
    (None, [('granted', '（一）予以公开'), ('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）')]),
    ('（三）不予公开', [('denied.secret', '1.属于国家秘密'), ('denied.prohibited', '2.其他法律行政法规禁止公开'),
                 ('denied.stability', '3.危及“三安全一稳定”'), ('denied.third_party', '4.保护第三方合法权益'),
                 ('denied.internal', '5.属于三类内部事务信息'), ('denied.process', '6.属于四类过程性信息'),
                 ('denied.enforcement', '7.属于行政执法案卷'), ('denied.inquiry', '8.属于行政查询事项')]),
    ('（四）无法提供', [('unavailable.not_held', '1.本机关不掌握相关政府信息'),
                 ('unavailable.not_compiled', '2.没有现成信息需要另行制作'),
                 ('unavailable.unclear', '3.补正后申请内容仍不明确')]),
    ('（五）不予处理', [('declined.petition', '1.信访举报投诉类申请'), ('declined.repeated', '2.重复申请'),
                 ('declined.publication', '3.要求提供公开出版物'), ('declined.excessive', '4.无正当理由大量反复申请'),
                 ('declined.confirmation', '5.要求行政机关确认或重新出具已获取信息')]),
]
CLOSED = ('（六）其他处理', [
    ('closed.not_corrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
    ('closed.fee_unpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'), ('closed.other', '3.其他')])
CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
SUITS = [('reconsideration', '行政复议'), ('litigation_direct', '未经复议直接起诉'), ('litigation_after', '复议后起诉')]
OUTCOMES = [('upheld', '结果维持'), ('corrected', '结果纠正'), ('other', '其他结果'), ('pending', '尚未审结'), ('total', '总计')]
HEADINGS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况',
            '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']


def groups(form):
    """The results of table three: in the trial form of 2019 the sixth kind is one row."""
    last = CLOSED if form == '2021' else (None, [('closed', '（六）其他处理')])
    return RESULTS + [last, (None, [('handled', '（七）总计')])]


def requests(chance, form, scale):
    """A table three in which every relation holds; about half of its cells are not zero."""
    table, kinds = {}, [row for _, rows in groups(form) for row, _ in rows if row != 'handled']
    draw = lambda: 0 if chance.random() < .55 else max(0, int(chance.expovariate(1 / scale)) + 1)
    for row in kinds:
        table[row] = [draw() for _ in range(6)]
    table['handled'] = [sum(table[row][c] for row in kinds) for c in range(6)]
    table['carried_out'] = [min(draw(), table['handled'][c]) for c in range(6)]
    table['carried_in'] = [min(draw(), table['handled'][c]) for c in range(6)]
    table['new'] = [table['handled'][c] + table['carried_out'][c] - table['carried_in'][c] for c in range(6)]
    return {row: dict(zip(COLUMNS, values + [sum(values)])) for row, values in table.items()}


def disputes(chance, most):
    table = {}
    for row, _ in SUITS:
        values = [chance.choice([0, 0, chance.randint(1, most)]) for _ in range(4)]
        table[row] = dict(zip([c for c, _ in OUTCOMES], values + [sum(values)]))
    return table


def disclosure(chance, form):
    n = lambda most: chance.randint(0, most)
    if form == '2021':
        return {'regulations': {'issued': 0, 'repealed': 0, 'in_force': 0},
                'normative': {'issued': n(20), 'repealed': n(9), 'in_force': 20 + n(150)},
                'licensing': {'decisions': n(90000)}, 'penalties': {'decisions': n(3000)}, 'coercion': {'decisions': n(300)},
                'fees': {'amount': f'{n(900)}.{1000 + n(8999)}'}}
    three = lambda: {'previous': n(60), 'change': chance.choice([0, n(9)]), 'decisions': n(9000)}
    return {'regulations': {'made': 0, 'published': 0, 'public_total': 0},
            'normative': {'made': n(12), 'published': n(12), 'public_total': 12 + n(90)},
            'licensing': three(), 'other_services': three(), 'penalties': three(), 'coercion': three(),
            'fees': {'previous': n(9), 'change': 0}, 'procurement': {'items': n(40), 'amount': f'{n(5000)}.{10 + n(89)}'}}


def narrative(report):
    a, y, new = report['agency']['name'], report['year'], report['tables']['requests']['new']['total']
    done = report['tables']['requests']['handled']['total']
    return [
        [f'{y}年，{a}把政府信息公开作为日常工作来做，由办公室统一登记、各科室分头办理。全年主动公开各类信息{new + 318}条。',
         f'（一）依申请公开。全年收到申请{new}件，办结{done}件，逐件登记、逐件答复，没有超期。',
         '（二）政府信息管理。文件起草时一并定公开属性，每季度核一次目录。',
         '（三）平台建设。门户网站改版一次，栏目由二十三个并为十五个。',
         '（四）监督保障。培训两次，参加的有四十人，年底把台账核了一遍。'],
        [], [], [],
        [f'{y}年的工作还有两处不足：一是个别目录更新慢，二是解读的形式少。下一步，把更新时限写进岗位职责，解读一律配图。'],
        ['按规定计收信息处理费的情况：本年度没有收取信息处理费。没有其他需要报告的事项。']]


def cell(value):
    return '' if value is None else str(value)


class Page:
    """The report as a web page: the source of all other shapes. `style` says how editors write cells."""

    def __init__(self, report, style):
        self.report, self.style, self.out = report, style, []

    def td(self, text, cols=1, rows=1):
        spans = (f' colspan="{cols}"' if cols > 1 else '') + (f' rowspan="{rows}"' if rows > 1 else '')
        inner = f'<p style="text-align:center"><span>{text}</span></p>' if self.style == 'paragraphs' else text
        return f'<td{spans}>{inner}</td>'

    def tr(self, *cells):
        self.out.append('<tr>' + ''.join(cells) + '</tr>')

    def html(self):
        r, indent = self.report, '　　'
        self.out = [f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{r["title"]}</title></head><body>',
                    f'<h1>{r["title"]}</h1>']
        tables = [None, self.disclosure, self.requests, self.disputes, None, None]
        for heading, section, table in zip(HEADINGS, r['sections'], tables):
            tag = 'h2' if self.style == 'paragraphs' else 'p'
            self.out.append(f'<{tag}>{"" if tag == "h2" else indent}{heading}</{tag}>')
            self.out += [f'<p>{indent}{line}</p>' for line in section['text'].split('\n') if line]
            if table:
                self.out.append('<table border="1">')
                table()
                self.out.append('</table>')
        self.out.append('</body></html>')
        return '\n'.join(self.out)

    def disclosure(self):
        t, td = self.report['tables']['disclosure'], self.td
        if self.report['form'] == '2021':
            blocks = [('第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数'], [('regulations', '规章'), ('normative', '行政规范性文件')]),
                      ('第二十条第（五）项', ['本年处理决定数量'], [('licensing', '行政许可')]),
                      ('第二十条第（六）项', ['本年处理决定数量'], [('penalties', '行政处罚'), ('coercion', '行政强制')]),
                      ('第二十条第（八）项', ['本年收费金额（单位：万元）'], [('fees', '行政事业性收费')])]
        else:
            blocks = [('第二十条第（一）项', ['本年新制作数量', '本年新公开数量', '对外公开总数量'], [('regulations', '规章'), ('normative', '规范性文件')]),
                      ('第二十条第（五）项', ['上一年项目数量', '本年增/减', '处理决定数量'], [('licensing', '行政许可'), ('other_services', '其他对外管理服务事项')]),
                      ('第二十条第（六）项', ['上一年项目数量', '本年增/减', '处理决定数量'], [('penalties', '行政处罚'), ('coercion', '行政强制')]),
                      ('第二十条第（八）项', ['上一年项目数量', '本年增/减'], [('fees', '行政事业性收费')]),
                      ('第二十条第（九）项', ['采购项目数量', '采购总金额'], [('procurement', '政府集中采购')])]
        widths = {1: [3], 2: [1, 2], 3: [1, 1, 1]}
        for name, columns, rows in blocks:
            width = widths[len(columns)]
            self.tr(td(name, 4))
            self.tr(td('信息内容'), *[td(c, w) for c, w in zip(columns, width)])
            for row, label in rows:
                self.tr(td(label), *[td(cell(v), w) for v, w in zip(t[row].values(), width)])

    def requests(self):
        t, td = self.report['tables']['requests'], self.td
        self.tr(td(CORNER, 3, 3), td('申请人情况', 7))
        self.tr(td('自然人', 1, 2), td('法人或其他组织', 5), td('总计', 1, 2))
        self.tr(*[td(c) for c in COLUMN_LABELS[1:6]])
        values = lambda row: [td(cell(v)) for v in t[row].values()]
        self.tr(td('一、本年新收政府信息公开申请数量', 3), *values('new'))
        self.tr(td('二、上年结转政府信息公开申请数量', 3), *values('carried_in'))
        height, first = sum(len(rows) for _, rows in groups(self.report['form'])), True
        for group, rows in groups(self.report['form']):
            for n, (row, label) in enumerate(rows):
                cells = [td('三、本年度办理结果', 1, height)] if first else []
                first = False
                if group and n == 0:
                    cells.append(td(group, 1, len(rows)))
                self.tr(*cells, td(label, 1 if group else 2), *values(row))
        self.tr(td('四、结转下年度继续办理', 3), *values('carried_out'))

    def disputes(self):
        t, td = self.report['tables']['disputes'], self.td
        self.tr(td('行政复议', 5), td('行政诉讼', 10))
        self.tr(*[td(label, 1, 2) for _, label in OUTCOMES], td('未经复议直接起诉', 5), td('复议后起诉', 5))
        self.tr(*[td(label) for _ in range(2) for _, label in OUTCOMES])
        self.tr(*[td(cell(v)) for row, _ in SUITS for v in t[row].values()])


REPORTS = {
    # name: style of the page, agency, year, form, seed, how large the numbers are
    'harbour': ('plain', '溪州市港口管理局', 2024, '2021', 7, 9),
    'hills': ('paragraphs', '青阜县人民政府', 2022, '2021', 12, 260),
    'trial': ('plain', '溪州市水文监测中心', 2020, '2019', 31, 30),
}


def invent(name):
    style, agency, year, form, seed, scale = REPORTS[name]
    chance = random.Random(seed)
    report = {'schema': 'gouji/report/1', 'agency': {'name': agency}, 'year': year, 'form': form,
              'title': f'{agency}{year}年政府信息公开工作年度报告', 'sections': [],
              'tables': {'disclosure': disclosure(chance, form), 'requests': requests(chance, form, scale),
                         'disputes': disputes(chance, 30)}}
    order = ['new', 'carried_in', *[row for _, rows in groups(form) for row, _ in rows], 'carried_out']
    report['tables']['requests'] = {row: report['tables']['requests'][row] for row in order}
    for number, (heading, lines) in enumerate(zip(HEADINGS, narrative(report)), 1):
        report['sections'].append({'number': number, 'heading': heading, 'text': '\n'.join(lines)})
    return style, report


def run(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=180).stdout


def soup(html):
    from bs4 import BeautifulSoup
    return BeautifulSoup(html, 'html.parser').body


def rows_of(html, join):
    """Paragraphs as lines, table rows joined: what the usual fifteen lines of a crawler make."""
    out = []
    for node in soup(html).children:
        if getattr(node, 'name', None) == 'table':
            out += [join.join(td.get_text(strip=True) for td in tr.find_all('td')) for tr in node.find_all('tr')]
        elif str(node).strip():
            out.append(node.get_text(strip=True))
    return '\n'.join(out)


def leaf_lines(html):
    """`get_text` of every leaf with a newline: a cell, a line."""
    return '\n'.join(text for text in soup(html).stripped_strings)


def docx_bars(path, join):
    """Every row's cells as python-docx sees them: merged cells come again and again."""
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    out = []
    for block in docx.Document(path).iter_inner_content():
        if isinstance(block, Paragraph):
            out.append(block.text)
        elif isinstance(block, Table):
            out += [join.join(c.text.strip() for c in row.cells) for row in block.rows]
    return '\n'.join(out)


def plumb(path, tables):
    import pdfplumber
    out = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            if not tables:
                out.append(page.extract_text() or '')
                continue
            out.append(page.extract_text() or '')
            for table in page.extract_tables():
                out += ['\t'.join((c or '').replace('\n', '') for c in row) for row in table]
    return '\n'.join(out)


def plumb_tables(path):
    """Only the tables' rows stand as rows; the text around them as text."""
    import pdfplumber
    out = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            boxes = [t.bbox for t in page.find_tables()]
            outside = page.filter(lambda o: not any(
                b[0] <= o.get('x0', 0) <= b[2] and b[1] <= (o.get('top', 0) + o.get('bottom', 0)) / 2 <= b[3] for b in boxes))
            pieces = [(0 if not boxes else -1, outside.extract_text() or '')]
            rows = ['|'.join((c or '').replace('\n', '') for c in row) for t in page.extract_tables() for row in t]
            out += [pieces[0][1], *rows]
    return '\n'.join(out)


def markitdown(path):
    from markitdown import MarkItDown
    return MarkItDown().convert(str(path)).text_content


def node(script, html, home):
    return subprocess.run(['node', '-e', script], input=html, capture_output=True, text=True, check=True, timeout=60,
                          env={**os.environ, 'NODE_PATH': str(Path(home) / 'node_modules')}).stdout


TURNDOWN = """const T=require('turndown');const g=require('turndown-plugin-gfm');const t=new T();t.use(g.gfm);
process.stdout.write(t.turndown(require('fs').readFileSync(0,'utf8')))"""
TURNDOWN_PLAIN = """const T=require('turndown');process.stdout.write(new T().turndown(require('fs').readFileSync(0,'utf8')))"""
HTML_TO_TEXT = """const {convert}=require('html-to-text');process.stdout.write(convert(require('fs').readFileSync(0,'utf8'),%s))"""
NODE_MARKDOWN = """const {NodeHtmlMarkdown:N}=require('node-html-markdown');process.stdout.write(N.translate(require('fs').readFileSync(0,'utf8')))"""


def converters(work, html, report, home):
    """Name of the file and what makes its text (or, for containers, the file itself)."""
    page = work / 'page.html'
    glue = lambda s: re.sub(r'\s*\n\s*', s, soup(html).get_text(s, strip=True) if s != '' else soup(html).get_text())
    word = lambda: work / 'pandoc.docx'
    office = lambda: work / 'office.docx'
    import html2text, inscriptis, markdownify, trafilatura

    def to_text(width, **options):
        h = html2text.HTML2Text()
        h.body_width = width
        for key, value in options.items():
            setattr(h, key, value)
        return h.handle(html)

    yield 'page.html', lambda: html
    yield 'glued.txt', lambda: re.sub(r'\n', '', soup(html).get_text())
    yield 'spaces.txt', lambda: glue(' ')
    yield 'bars.txt', lambda: glue('|')
    yield 'lines.txt', lambda: leaf_lines(html)
    yield 'gettext.txt', lambda: soup(html).get_text()
    yield 'row-tabs.txt', lambda: rows_of(html, '\t')
    yield 'row-spaces.txt', lambda: rows_of(html, ' ')
    yield 'row-glued.txt', lambda: rows_of(html, '')
    yield 'row-commas.txt', lambda: rows_of(html, ',')
    yield 'row-bars.txt', lambda: rows_of(html, '|')
    yield 'row-semicolons.txt', lambda: rows_of(html, '；')
    yield 'html2text.md', lambda: to_text(0)
    yield 'html2text-wrapped.md', lambda: to_text(78)
    yield 'html2text-padded.md', lambda: to_text(0, pad_tables=True)
    yield 'inscriptis.txt', lambda: inscriptis.get_text(html)
    yield 'markdownify.md', lambda: markdownify.markdownify(html)
    yield 'trafilatura.txt', lambda: trafilatura.extract(html, include_tables=True) or ''
    yield 'trafilatura.md', lambda: trafilatura.extract(html, include_tables=True, output_format='markdown') or ''
    yield 'html-text.txt', lambda: __import__('html_text').extract_text(html)
    yield 'markitdown-html.md', lambda: markitdown(page)
    yield 'w3m.txt', lambda: run('w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '100', text=html)
    yield 'lynx.txt', lambda: run('lynx', '-dump', '-nolist', '-assume_charset=utf-8', '-display_charset=utf-8', '-width=120', str(page))
    yield 'elinks.txt', lambda: run('elinks', '-dump', '1', '-dump-charset', 'utf-8', '-dump-width', '120', '-no-references', str(page))
    for to in ['plain', 'markdown', 'gfm', 'commonmark', 'rst', 'org', 'mediawiki', 'asciidoc', 'textile', 'jira', 'dokuwiki']:
        yield f'pandoc-{to}.txt', lambda to=to: run('pandoc', '-f', 'html', '-t', to, str(page))
    yield 'turndown.md', lambda: node(TURNDOWN, html, home)
    yield 'turndown-plain.md', lambda: node(TURNDOWN_PLAIN, html, home)
    yield 'html-to-text.txt', lambda: node(HTML_TO_TEXT % '{wordwrap:130}', html, home)
    yield 'html-to-text-tables.txt', lambda: node(HTML_TO_TEXT % "{wordwrap:false,selectors:[{selector:'table',format:'dataTable'}]}", html, home)
    yield 'node-html-markdown.md', lambda: node(NODE_MARKDOWN, html, home)
    for suffix in ['docx', 'odt', 'epub', 'rtf']:
        def make(suffix=suffix):
            run('pandoc', '-s', '-f', 'html', '-t', suffix, '-o', str(work / f'pandoc.{suffix}'), str(page))
            return work / f'pandoc.{suffix}'
        yield f'pandoc.{suffix}', make
    for suffix, filter_ in [('docx', 'docx:MS Word 2007 XML'), ('odt', 'odt'), ('doc', 'doc:MS Word 97'), ('rtf', 'rtf'),
                            ('txt', 'txt:Text (encoded):UTF8')]:
        def make(suffix=suffix, filter_=filter_):
            source = work / 'office.html'
            source.write_text(html)
            run('soffice', '--headless', f'-env:UserInstallation=file://{work}/lo', '--infilter=HTML (StarWriter)',
                '--convert-to', filter_, '--outdir', str(work), str(source))
            return work / f'office.{suffix}'
        yield f'office.{suffix}', make
    yield 'docx2txt.txt', lambda: __import__('docx2txt').process(str(office()))
    yield 'docx2python.txt', lambda: __import__('docx2python').docx2python(str(office())).text
    yield 'mammoth.md', lambda: __import__('mammoth').convert_to_markdown(open(office(), 'rb')).value
    yield 'mammoth.html', lambda: __import__('mammoth').convert_to_html(open(office(), 'rb')).value
    yield 'markitdown-docx.md', lambda: markitdown(office())
    yield 'python-docx-bars.txt', lambda: docx_bars(office(), ' | ')
    yield 'python-docx-tabs.txt', lambda: docx_bars(office(), '\t')
    yield 'pandoc-docx-markdown.txt', lambda: run('pandoc', '-f', 'docx', '-t', 'markdown', str(office()))
    yield 'antiword.txt', lambda: run('antiword', '-m', 'UTF-8.txt', str(work / 'office.doc'))
    yield 'catdoc.txt', lambda: run('catdoc', '-d', 'utf-8', str(work / 'office.doc'))
    for way, css in [('across', 'A4 landscape'), ('upright', 'A4')]:
        def pdf(way=way, css=css):
            source = work / f'print-{way}.html'
            source.write_text(html.replace('</head>', f'<style>@page{{size:{css};margin:15mm}} table{{border-collapse:collapse}}</style></head>'))
            run('soffice', '--headless', f'-env:UserInstallation=file://{work}/lo', '--infilter=HTML (StarWriter)',
                '--convert-to', 'pdf:writer_pdf_Export', '--outdir', str(work), str(source))
            return work / f'print-{way}.pdf'
        path = work / f'print-{way}.pdf'
        yield f'print-{way}.pdf', pdf
        yield f'pdftotext-{way}.txt', lambda path=path: run('pdftotext', str(path), '-')
        yield f'pdftotext-layout-{way}.txt', lambda path=path: run('pdftotext', '-layout', str(path), '-')
        yield f'pdftotext-raw-{way}.txt', lambda path=path: run('pdftotext', '-raw', str(path), '-')
        yield f'pypdf-{way}.txt', lambda path=path: '\n'.join(p.extract_text() for p in __import__('pypdf').PdfReader(path).pages)
        yield f'pypdf-layout-{way}.txt', lambda path=path: '\n'.join(
            p.extract_text(extraction_mode='layout') for p in __import__('pypdf').PdfReader(path).pages)
        yield f'pymupdf-{way}.txt', lambda path=path: '\n'.join(p.get_text() for p in __import__('pymupdf').open(path))
        yield f'pdfminer-{way}.txt', lambda path=path: __import__('pdfminer.high_level', fromlist=['x']).extract_text(str(path))
        yield f'pdfplumber-{way}.txt', lambda path=path: plumb(path, False)
        yield f'pdfplumber-tables-{way}.txt', lambda path=path: plumb_tables(path)
        yield f'markitdown-{way}.md', lambda path=path: markitdown(path)
        yield f'pymupdf4llm-{way}.md', lambda path=path: __import__('pymupdf4llm').to_markdown(str(path), show_progress=False)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--out', type=Path, default=HERE)
    options.add_argument('--only', choices=REPORTS)
    options.add_argument('--node', default=HERE / 'node')
    options = options.parse_args()
    for name in [options.only] if options.only else REPORTS:
        style, report = invent(name)
        html, out = Page(report, style).html(), options.out / name
        out.mkdir(parents=True, exist_ok=True)
        (out / 'truth.json').write_text(json.dumps(report, ensure_ascii=False, indent=1) + '\n')
        with tempfile.TemporaryDirectory() as work:
            work = Path(work)
            (work / 'page.html').write_text(html)
            for file, make in converters(work, html, report, options.node):
                try:
                    made = make()
                except Exception as error:  # a converter that is missing or breaks is said, the others go on
                    print(f'{name}/{file}: not made: {type(error).__name__}: {str(error)[:120]}', file=sys.stderr)
                    continue
                if isinstance(made, Path):
                    shutil.copy(made, out / file)
                else:
                    (out / file).write_text(made)
        print(name, len(list(out.iterdir())), 'files')


if __name__ == '__main__':
    main()
