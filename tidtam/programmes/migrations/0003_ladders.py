"""The ladders that claims climb, and which one the claims of an indicator climb."""

from django.db import migrations, models

from tidtam.audit.append_only import guard


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0002_agency'),
    ]

    operations = [
        migrations.AddField(
            model_name='indicatorversion',
            name='ladder',
            field=models.CharField(default='field', help_text='The ladder of its claims.', max_length=40),
        ),
        migrations.CreateModel(
            name='Ladder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(help_text='1 for the first, counted within the key.')),
                ('position', models.PositiveBigIntegerField(help_text='The head of the book when it was loaded.')),
                ('retired', models.BooleanField(default=False, help_text='Whether it takes the definition out of use.')),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=40)),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('rungs', models.JSONField(help_text='In their order: code, role, kind of place, th, en of each.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'edition'), name='ladder_edition')],
            },
        ),
        guard("programmes_indicatorversion", "programmes_ladder"),
    ]
