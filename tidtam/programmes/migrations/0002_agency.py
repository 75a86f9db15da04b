"""Whose definitions these are."""

from django.db import migrations, models

from tidtam.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("edition", models.PositiveIntegerField(help_text="1 for the first, counted within the key.")),
                (
                    "position",
                    models.PositiveBigIntegerField(help_text="The head of the book when it was loaded."),
                ),
                (
                    "retired",
                    models.BooleanField(
                        default=False, help_text="Whether it takes the definition out of use."
                    ),
                ),
                ("loaded_at", models.DateTimeField(auto_now_add=True)),
                ("code", models.CharField(max_length=60)),
                ("name_th", models.TextField()),
                ("name_en", models.TextField()),
                (
                    "words",
                    models.TextField(blank=True, help_text="Words of its own that a line is never broken in."),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("code", "edition"), name="agency_edition")],
            },
        ),
        guard("programmes_agency"),
    ]
