"""A template and values → what docxtpl itself makes of them, with autoescape on."""

from collections.abc import Callable, Mapping
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Environment

Filters = Mapping[str, Callable[..., object]]


def rendered(
    content: bytes,
    values: Mapping[str, object],
    filters: Filters | None = None,
    *,
    autoescape: bool = True,
) -> bytes:
    """Render a template with docxtpl."""
    template = DocxTemplate(BytesIO(content))
    return saved(template, values, filters, autoescape=autoescape)


def saved(
    template: DocxTemplate,
    values: Mapping[str, object],
    filters: Filters | None = None,
    *,
    autoescape: bool = True,
) -> bytes:
    """Render a template that is open already, and give the file."""
    jinja = Environment(autoescape=autoescape)  # noqa: S701 - off where a test shows what is lost
    jinja.filters.update(filters or {})
    template.render(values, jinja)
    out = BytesIO()
    template.save(out)
    return out.getvalue()
